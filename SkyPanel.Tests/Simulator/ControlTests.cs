using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class ControlTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("linode", "/v4/linode/instances/", "running", "offline")]
    [InlineData("digitalocean", "/v2/droplets/", "active", "off")]
    public async Task Machine_SeededChangedDeleted_IsSeenByTheVendorsSide(string vendor, string path, string seeded, string changed)
    {
        var machine = await _simulator.PostAsync("/_control/machines", $$"""{"vendor":"{{vendor}}","token":"one","label":"old-box","tags":["sp-9"]}""");
        Assert.Equal(HttpStatusCode.Created, machine.Status);
        var id = machine.At("id").GetInt64();
        Assert.Contains($"\"status\":\"{seeded}\"", (await _simulator.GetAsync(path + id)).Text, StringComparison.Ordinal);

        await _simulator.PutAsync($"/_control/machines/{vendor}/{id}", $$"""{"status":"{{changed}}"}""");
        Assert.Contains($"\"status\":\"{changed}\"", (await _simulator.GetAsync(path + id)).Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync($"/_control/machines/{vendor}/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync(path + id)).Status);
    }

    [Fact]
    public async Task Accounts_ListEachTokenWithItsMachines()
    {
        await _simulator.PostAsync("/_control/machines", """{"vendor":"linode","token":"first","label":"a1"}""");
        await _simulator.PostAsync("/_control/machines", """{"vendor":"digitalocean","token":"second","label":"b","count":3}""");

        var accounts = await _simulator.GetAsync("/_control/accounts");

        Assert.Equal(("first", "a1"), (accounts.TextAt("0.token"), accounts.TextAt("0.machines.0.label")));
        Assert.Equal("b-1 b-2 b-3", string.Join(' ', accounts.At("1.machines").EnumerateArray().Select(machine => machine.GetProperty("label").GetString())));
    }

    [Fact]
    public async Task Machine_Created_ShowsTheUserDataThatWasSent()
    {
        var created = await _simulator.PostAsync("/v2/droplets", """{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64","user_data":"#cloud-config"}""");

        var seen = await _simulator.GetAsync($"/_control/machines/digitalocean/{created.At("droplet.id").GetInt64()}");

        Assert.Equal("#cloud-config", seen.TextAt("user_data"));
    }

    [Theory]
    [InlineData("""{"vendor":"acme","token":"t"}""")]
    [InlineData("""{"vendor":"linode"}""")]
    [InlineData("""{"vendor":"linode","token":"t","region":"moon"}""")]
    public async Task Seed_WhatCannotBe_IsRefused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PostAsync("/_control/machines", body)).Status);

    [Fact]
    public async Task Requests_AreCountedByTemplateAndNeverShowTheToken()
    {
        await _simulator.GetAsync("/v4/linode/instances/1", token: "a-rather-long-token");
        await _simulator.GetAsync("/v4/linode/instances/2", token: "a-rather-long-token");

        var log = await _simulator.GetAsync("/_control/requests");

        Assert.Equal(2, log.At("counts").GetProperty("GET /v4/linode/instances/{id}").GetInt32());
        Assert.Equal((2, 404), (log.At("total").GetInt32(), log.At("requests.0.status").GetInt32()));
        Assert.DoesNotContain("a-rather-long-token", log.Text, StringComparison.Ordinal);
        await _simulator.DeleteAsync("/_control/requests");
        Assert.Equal(0, (await _simulator.GetAsync("/_control/requests")).At("total").GetInt32());
    }

    [Fact]
    public async Task Timings_Changed_CountForWhatBeginsAfter()
    {
        await _simulator.PutAsync("/_control/timings", """{"provisioning_seconds":100}""");
        var created = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");
        _simulator.Pass(99);

        Assert.Equal("provisioning", (await _simulator.GetAsync($"/v4/linode/instances/{created.At("id").GetInt64()}")).TextAt("status"));
        Assert.Equal(3, (await _simulator.GetAsync("/_control/timings")).At("boot_seconds").GetDouble());
    }

    [Fact]
    public async Task Reset_ForgetsEverything()
    {
        await _simulator.PostAsync("/_control/machines", """{"vendor":"linode","token":"one","label":"a1"}""");
        await _simulator.PutAsync("/_control/timings", """{"boot_seconds":50}""");
        await _simulator.PostAsync("/_control/faults", """{"kind":"status","status":500}""");

        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.PostAsync("/_control/reset")).Status);

        Assert.Equal(0, (await _simulator.GetAsync("/_control/accounts")).Body.GetArrayLength());
        Assert.Equal(3, (await _simulator.GetAsync("/_control/timings")).At("boot_seconds").GetDouble());
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/_control/health")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/regions")).Status);
    }
}

using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class StateFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("simulator-state-");

    private string StateFile => Path.Combine(_folder.FullName, "state.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Restart_WithStateFile_KeepsMachinesKeysAndIds()
    {
        long linode;
        long droplet;
        await using (var first = await SimulatorHost.StartAsync("--state", StateFile))
        {
            linode = (await first.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","label":"kept"}""")).At("id").GetInt64();
            droplet = (await first.PostAsync("/v2/droplets", """{"name":"kept","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64","tags":["t"]}""")).At("droplet.id").GetInt64();
            await first.PostAsync("/v4/profile/sshkeys", """{"label":"k","ssh_key":"ssh-ed25519 QUJDRA== me"}""");
        }

        await using var second = await SimulatorHost.StartAsync("--state", StateFile);

        second.Pass(60);
        Assert.Equal("offline", (await second.GetAsync($"/v4/linode/instances/{linode}")).TextAt("status"));
        Assert.Equal(("active", "t"), await StatusAndTagAsync(second, droplet));
        Assert.Equal(1, (await second.GetAsync("/v4/profile/sshkeys")).At("results").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await second.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","label":"kept"}""")).Status);
        Assert.Equal(linode + 1, (await second.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""")).At("id").GetInt64());
    }

    [Fact]
    public async Task Restart_WithStateFile_KeepsWhatTheControlChangedAndWhatAccountsOwn()
    {
        await using (var first = await SimulatorHost.StartAsync("--state", StateFile))
        {
            await first.PostAsync("/v4/vpcs", """{"label":"net","region":"us-ord","subnets":[{"label":"a","ipv4":"10.0.0.0/24"}]}""");
            await first.PostAsync("/v4/linode/stackscripts", """{"label":"mine","images":["any/all"],"script":"#!/bin/sh"}""");
            await first.PutAsync("/_control/catalogue/prices", """{"vendor":"linode","size":"g6-nanode-1","monthly":9}""");
            await first.PutAsync("/_control/accounts", """{"vendor":"digitalocean","token":"one","status":"locked"}""");
            await first.PutAsync("/_control/tokens", """{"vendor":"linode","token":"few","scopes":["linodes:read_only"]}""");
            await first.PostAsync("/_control/faults", """{"kind":"failed-provisioning","count":1}""");
            await first.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");
        }

        await using var second = await SimulatorHost.StartAsync("--state", StateFile);
        second.Pass(60);

        Assert.Equal("a", (await second.GetAsync("/v4/vpcs")).TextAt("data.0.subnets.0.label"));
        Assert.Equal(1, (await second.GetAsync("/v4/linode/stackscripts", filter: """{"mine":true}""")).At("results").GetInt32());
        Assert.Equal(9m, (await second.GetAsync("/v4/linode/types/g6-nanode-1")).At("price.monthly").GetDecimal());
        Assert.Equal("locked", (await second.GetAsync("/v2/account")).TextAt("account.status"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await second.GetAsync("/v4/account", token: "few")).Status);
        Assert.Equal("failed", (await second.GetAsync("/v4/account/events")).TextAt("data.0.status"));
    }

    [Fact]
    public async Task Change_WithoutAStop_IsInTheFileSoon()
    {
        await using var simulator = await SimulatorHost.StartAsync("--state", StateFile);
        await simulator.PostAsync("/_control/machines", """{"vendor":"linode","token":"one","label":"soon-there"}""");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (!File.Exists(StateFile) || !(await File.ReadAllTextAsync(StateFile, patience.Token)).Contains("soon-there", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    [Fact]
    public async Task Restart_WithoutStateFile_ForgetsAll()
    {
        await using (var first = await SimulatorHost.StartAsync())
        {
            await first.PostAsync("/_control/machines", """{"vendor":"linode","token":"one","label":"gone"}""");
        }

        await using var second = await SimulatorHost.StartAsync();

        Assert.Equal(0, (await second.GetAsync("/v4/linode/instances")).At("results").GetInt32());
    }

    private static async Task<(string? Status, string? Tag)> StatusAndTagAsync(SimulatorHost simulator, long droplet)
    {
        var reply = await simulator.GetAsync($"/v2/droplets/{droplet}");
        return (reply.TextAt("droplet.status"), reply.TextAt("droplet.tags.0"));
    }
}

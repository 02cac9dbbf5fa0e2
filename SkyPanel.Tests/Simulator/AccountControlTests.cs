using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class AccountControlTests : IAsyncLifetime
{
    private const string Droplet = """{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task DigitalOcean_Locked_ReadsAndChangesNothing()
    {
        await _simulator.PutAsync("/_control/accounts", """{"vendor":"digitalocean","token":"one","status":"locked","status_message":"Card declined"}""");

        var account = await _simulator.GetAsync("/v2/account");
        var refused = await _simulator.PostAsync("/v2/droplets", Droplet);

        Assert.Equal(("locked", "Card declined"), (account.TextAt("account.status"), account.TextAt("account.status_message")));
        Assert.Equal((HttpStatusCode.Forbidden, 0), (refused.Status, (await _simulator.GetAsync("/v2/droplets")).At("meta.total").GetInt32()));
        Assert.Equal(HttpStatusCode.Accepted, (await _simulator.PostAsync("/v2/droplets", Droplet, token: "two")).Status);
    }

    [Fact]
    public async Task Limit_OfOneAccount_IsItsQuota()
    {
        await _simulator.PutAsync("/_control/accounts", """{"vendor":"digitalocean","token":"one","machine_limit":1}""");
        await _simulator.PutAsync("/_control/accounts", """{"vendor":"linode","token":"one","machine_limit":0}""");
        await _simulator.PostAsync("/v2/droplets", Droplet);

        Assert.Equal("creating this/these droplet(s) will exceed your droplet limit", (await _simulator.PostAsync("/v2/droplets", Droplet)).TextAt("message"));
        Assert.Equal(1, (await _simulator.GetAsync("/v2/account")).At("account.droplet_limit").GetInt32());
        var linode = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");
        Assert.Equal("Account Limit reached. Please open a support ticket.", linode.TextAt("errors.0.reason"));
    }

    [Theory]
    [InlineData("linode", "/v4/linode/instances/", "g6-standard-2", "\"type\":\"g6-standard-2\"")]
    [InlineData("digitalocean", "/v2/droplets/", "s-2vcpu-2gb", "\"size_slug\":\"s-2vcpu-2gb\"")]
    public async Task Machine_ResizedAndRenamedElsewhere_IsSeenSo(string vendor, string path, string size, string seen)
    {
        var id = (await _simulator.PostAsync("/_control/machines", $$"""{"vendor":"{{vendor}}","token":"one","label":"before"}""")).TextAt("id");

        await _simulator.PutAsync($"/_control/machines/{vendor}/{id}", $$"""{"size":"{{size}}","label":"after"}""");

        var machine = (await _simulator.GetAsync(path + id)).Text;
        Assert.Contains(seen, machine, StringComparison.Ordinal);
        Assert.Contains("\"after\"", machine, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PutAsync($"/_control/machines/{vendor}/{id}", """{"size":"never"}""")).Status);
    }

    [Theory]
    [InlineData("""{"vendor":"linode","token":"one","status":"locked"}""")]
    [InlineData("""{"vendor":"digitalocean"}""")]
    public async Task Change_ThatCannotBe_IsRefused(string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PutAsync("/_control/accounts", body)).Status);
}

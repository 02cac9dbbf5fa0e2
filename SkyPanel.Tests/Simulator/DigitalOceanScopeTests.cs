using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class DigitalOceanScopeTests : IAsyncLifetime
{
    private const string Order = """{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("""{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64","tags":["t"]}""", "tag:create")]
    [InlineData("""{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64","ssh_keys":[1]}""", "ssh_key:read")]
    [InlineData("""{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64","vpc_uuid":"5a4981aa-9653-4bd1-bef5-d6bff52042e4"}""", "vpc:read")]
    public async Task Create_NamingWhatTheTokenMayNot_SaysWhichPermissionIsMissing(string order, string permission)
    {
        await GrantAsync("""["droplet:create","droplet:read","image:read"]""");

        var refused = await _simulator.PostAsync("/v2/droplets", order);

        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (refused.Status, refused.TextAt("id")));
        Assert.Equal($"You are missing the required permission {permission}.", refused.TextAt("message"));
        Assert.Equal(HttpStatusCode.Accepted, (await _simulator.PostAsync("/v2/droplets", Order)).Status);
    }

    [Fact]
    public async Task Fields_WithoutTheirReadScope_VanishFromTheDroplet()
    {
        var made = await _simulator.PostAsync("/v2/droplets", Order);
        await GrantAsync("""["droplet:read","regions:read"]""");

        var droplet = (await _simulator.GetAsync("/v2/droplets/" + made.TextAt("droplet.id"))).At("droplet");

        string[] gone = ["backup_ids", "snapshot_ids", "volume_ids", "image", "tags", "size", "vpc_uuid"];
        Assert.DoesNotContain(gone, field => droplet.TryGetProperty(field, out _));
        Assert.Equal("nyc3", droplet.GetProperty("region").GetProperty("slug").GetString());
        Assert.False(droplet.GetProperty("region").TryGetProperty("sizes", out _));
        Assert.Equal("s-1vcpu-1gb", droplet.GetProperty("size_slug").GetString());
    }

    [Fact]
    public async Task Account_WithoutDropletRead_DoesNotTellTheLimit()
    {
        await GrantAsync("""["account:read"]""");

        var account = (await _simulator.GetAsync("/v2/account")).At("account");

        Assert.False(account.TryGetProperty("droplet_limit", out _));
        Assert.Equal("active", account.GetProperty("status").GetString());
    }

    [Fact]
    public async Task List_ByTag_NeedsToReadTags()
    {
        await GrantAsync("""["droplet:read"]""");

        Assert.Equal("You are missing the required permission tag:read.", (await _simulator.GetAsync("/v2/droplets?tag_name=t")).TextAt("message"));
    }

    [Fact]
    public async Task Scope_LostMidway_RefusesFromThenOn()
    {
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v2/droplets")).Status);
        await GrantAsync("""["account:read"]""");

        Assert.Equal("You are missing the required permission droplet:read.", (await _simulator.GetAsync("/v2/droplets")).TextAt("message"));
    }

    private Task<Reply> GrantAsync(string scopes) => _simulator.PutAsync("/_control/tokens", $$"""{"vendor":"digitalocean","token":"one","scopes":{{scopes}}}""");
}

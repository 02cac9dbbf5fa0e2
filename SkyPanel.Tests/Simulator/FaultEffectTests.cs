using System.Net;
using System.Text.Json;

namespace SkyPanel.Tests.Simulator;

/// <summary>Faults that let the vendor answer, and bend the answer or what it is about.</summary>
public sealed class FaultEffectTests : IAsyncLifetime
{
    private const string LinodeOrder = """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword","label":"made"}""";
    private const string DropletOrder = """{"name":"made","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task EmptyBody_SaysSuccessAndNothingElse()
    {
        await OrderAsync("""{"kind":"empty-body","method":"POST","count":1}""");

        var struck = await _simulator.PostAsync("/v4/linode/instances", LinodeOrder);

        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Undefined), (struck.Status, struck.Body.ValueKind));
        Assert.Equal(1, (await _simulator.GetAsync("/v4/linode/instances")).At("results").GetInt32());
    }

    [Fact]
    public async Task UnknownStatus_IsSaidOfMachinesInListsAndAlone()
    {
        var linode = (await _simulator.PostAsync("/v4/linode/instances", LinodeOrder)).TextAt("id");
        var droplet = (await _simulator.PostAsync("/v2/droplets", DropletOrder)).TextAt("droplet.id");
        await OrderAsync("""{"kind":"unknown-status","value":"napping"}""");

        Assert.Equal("napping", (await _simulator.GetAsync("/v4/linode/instances")).TextAt("data.0.status"));
        Assert.Equal("napping", (await _simulator.GetAsync("/v4beta/linode/instances/" + linode)).TextAt("status"));
        Assert.Equal("napping", (await _simulator.GetAsync("/v2/droplets")).TextAt("droplets.0.status"));
        Assert.Equal("napping", (await _simulator.GetAsync("/v2/droplets/" + droplet)).TextAt("droplet.status"));
        Assert.Equal("in-progress", (await _simulator.GetAsync($"/v2/droplets/{droplet}/actions")).TextAt("actions.0.status"));
    }

    [Fact]
    public async Task StaleList_HidesTheNewAndStillShowsTheDeleted()
    {
        var old = (await _simulator.PostAsync("/v4/linode/instances", LinodeOrder.Replace("made", "old", StringComparison.Ordinal))).TextAt("id");
        var oldDroplet = (await _simulator.PostAsync("/v2/droplets", DropletOrder.Replace("made", "old", StringComparison.Ordinal))).TextAt("droplet.id");
        _simulator.Pass(60);
        await _simulator.PostAsync("/v4/linode/instances", LinodeOrder);
        await _simulator.PostAsync("/v2/droplets", DropletOrder);
        await _simulator.DeleteAsync("/v4/linode/instances/" + old);
        await _simulator.DeleteAsync("/v2/droplets/" + oldDroplet);
        await OrderAsync("""{"kind":"stale-list","seconds":30}""");

        Assert.Equal("old", await LabelsAsync());
        Assert.Equal("old", (await _simulator.GetAsync("/v2/droplets")).TextAt("droplets.0.name"));
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync("/v4/linode/instances/" + old)).Status);

        _simulator.Pass(31);
        Assert.Equal("made", await LabelsAsync());
    }

    [Fact]
    public async Task StuckPage_NeverAdvancesAndNeverEnds()
    {
        await OrderAsync("""{"kind":"stuck-page"}""");

        var first = await _simulator.GetAsync("/v4/linode/types?page=1&page_size=25");
        var second = await _simulator.GetAsync("/v4/linode/types?page=2&page_size=25");
        var sizes = await _simulator.GetAsync("/v2/sizes?page=2&per_page=200");

        Assert.Equal(first.TextAt("data.0.id"), second.TextAt("data.0.id"));
        Assert.Equal((1, 3), (second.At("page").GetInt32(), second.At("pages").GetInt32()));
        Assert.Equal(sizes.TextAt("sizes.0.slug"), (await _simulator.GetAsync(new Uri(sizes.TextAt("links.pages.next")!).PathAndQuery)).TextAt("sizes.0.slug"));
    }

    [Fact]
    public async Task SlowProvisioning_TakesAsLongAsItSays()
    {
        await OrderAsync("""{"kind":"slow-provisioning","seconds":600,"count":2}""");
        var linode = (await _simulator.PostAsync("/v4/linode/instances", LinodeOrder)).TextAt("id");
        var droplet = (await _simulator.PostAsync("/v2/droplets", DropletOrder)).TextAt("droplet.id");
        _simulator.Pass(599);

        Assert.Equal("provisioning", (await _simulator.GetAsync("/v4/linode/instances/" + linode)).TextAt("status"));
        Assert.Equal("new", (await _simulator.GetAsync("/v2/droplets/" + droplet)).TextAt("droplet.status"));
        _simulator.Pass(10);
        Assert.Equal("running", (await _simulator.GetAsync("/v4/linode/instances/" + linode)).TextAt("status"));
    }

    [Fact]
    public async Task FailedProvisioning_EndsInAFailedEventAndAnErroredAction()
    {
        await OrderAsync("""{"kind":"failed-provisioning"}""");
        var linode = (await _simulator.PostAsync("/v4/linode/instances", LinodeOrder)).TextAt("id");
        var droplet = await _simulator.PostAsync("/v2/droplets", DropletOrder);
        _simulator.Pass(60);

        Assert.Equal("provisioning", (await _simulator.GetAsync("/v4/linode/instances/" + linode)).TextAt("status"));
        var events = await _simulator.GetAsync("/v4/account/events");
        Assert.Equal((1, "failed"), (events.At("results").GetInt32(), events.TextAt("data.0.status")));
        Assert.Equal("errored", (await _simulator.GetAsync("/v2/actions/" + droplet.TextAt("links.actions.0.id"))).TextAt("action.status"));
        Assert.Equal("new", (await _simulator.GetAsync("/v2/droplets/" + droplet.TextAt("droplet.id"))).TextAt("droplet.status"));
    }

    [Fact]
    public async Task ScopeLost_RefusesThatRequestAndWhatFollows()
    {
        await OrderAsync("""{"kind":"scope-lost","vendor":"digitalocean","method":"POST","skip":1,"count":1,"scopes":["droplet:read","image:read"]}""");
        Assert.Equal(HttpStatusCode.Accepted, (await _simulator.PostAsync("/v2/droplets", DropletOrder)).Status);

        var refused = await _simulator.PostAsync("/v2/droplets", DropletOrder);

        Assert.Equal("You are missing the required permission droplet:create.", refused.TextAt("message"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _simulator.PostAsync("/v2/droplets", DropletOrder)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v2/droplets")).Status);
    }

    [Fact]
    public async Task TokenRevoked_IsUnknownFromThenOn()
    {
        await OrderAsync("""{"kind":"token-revoked","vendor":"linode","count":1}""");

        Assert.Equal("Invalid Token", (await _simulator.GetAsync("/v4/linode/instances")).TextAt("errors.0.reason"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _simulator.GetAsync("/v4/profile")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/profile", token: "two")).Status);
    }

    private async Task<string> LabelsAsync()
        => string.Join(' ', (await _simulator.GetAsync("/v4/linode/instances")).At("data").EnumerateArray().Select(machine => machine.GetProperty("label").GetString()));

    private async Task OrderAsync(string fault) => Assert.Equal(HttpStatusCode.Created, (await _simulator.PostAsync("/_control/faults", fault)).Status);
}

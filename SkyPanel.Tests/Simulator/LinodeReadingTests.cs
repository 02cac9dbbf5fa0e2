using System.Net;
using System.Text.Json;

namespace SkyPanel.Tests.Simulator;

public sealed class LinodeReadingTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("/v4/regions")]
    [InlineData("/v4beta/regions/us-east/")]
    [InlineData("/v4/linode/types/g6-nanode-1")]
    [InlineData("/v4/images/linode%2Fdebian12")]
    [InlineData("/v4/linode/kernels/linode%2Fgrub2")]
    [InlineData("/v4/linode/stackscripts")]
    public async Task Catalogue_WithoutToken_IsReadable(string path)
        => Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync(path, token: "")).Status);

    [Theory]
    [InlineData("/v4/linode/instances", "")]
    [InlineData("/v4/profile", "invalid-1")]
    [InlineData("/v4/regions", "invalid-1")]
    public async Task Anything_WithoutAGoodToken_Is401(string path, string token)
    {
        var refused = await _simulator.GetAsync(path, token);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("""{"errors":[{"reason":"Invalid Token"}]}""", refused.Text);
    }

    [Fact]
    public async Task Write_WithReadOnlyToken_Is403AndReadsWork()
    {
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/linode/instances", "readonly-1")).Status);

        var refused = await _simulator.PostAsync("/v4/linode/instances", "{}", "readonly-1");

        Assert.Equal((HttpStatusCode.Forbidden, """{"errors":[{"reason":"Unauthorized"}]}"""), (refused.Status, refused.Text));
    }

    [Theory]
    [InlineData("/v4/linode/types/missing-type")]
    [InlineData("/v4/images/not-found")]
    [InlineData("/v4/never/heard/of")]
    public async Task Get_Missing_IsNotFoundAsRecorded(string path)
    {
        var reply = await _simulator.GetAsync(path);

        Assert.Equal((HttpStatusCode.NotFound, """{"errors":[{"reason":"Not found"}]}"""), (reply.Status, reply.Text));
    }

    [Fact]
    public async Task Types_PriceDiffersByRegion()
    {
        var nanode = await _simulator.GetAsync("/v4/linode/types/g6-nanode-1");

        Assert.Equal(5.0m, nanode.At("price.monthly").GetDecimal());
        var prices = nanode.At("region_prices").EnumerateArray().ToDictionary(price => price.GetProperty("id").GetString()!, price => price.GetProperty("monthly").GetDecimal(), StringComparer.Ordinal);
        Assert.Equal((6.0m, 7.0m), (prices["id-cgk"], prices["br-gru"]));
        Assert.Equal(2.8m, nanode.At("addons.backups.region_prices.1.monthly").GetDecimal());
    }

    [Fact]
    public async Task Regions_OneIsDown_AndAvailabilityHasGaps()
    {
        Assert.Equal("outage", (await _simulator.GetAsync("/v4/regions/eu-west")).TextAt("status"));

        var soldOut = await _simulator.GetAsync("/v4/regions/availability", filter: """{"available":false}""");
        Assert.True(soldOut.At("results").GetInt32() > 0);
    }

    [Theory]
    [InlineData("""{"label":"web-2"}""", "web-2")]
    [InlineData("""{"+or":[{"label":"web-1"},{"label":"web-3"}]}""", "web-1,web-3")]
    [InlineData("""{"+and":[{"label":{"+contains":"web"}},{"label":{"+neq":"web-2"}}]}""", "web-1,web-3")]
    [InlineData("""{"label":{"+gte":"web-2"}}""", "web-2,web-3")]
    [InlineData("""{"label":{"+gt":"web-2"}}""", "web-3")]
    [InlineData("""{"label":{"+lt":"web-2"}}""", "web-1")]
    [InlineData("""{"label":{"+lte":"web-1"}}""", "web-1")]
    [InlineData("""{"tags":"blue"}""", "web-1,web-2,web-3")]
    [InlineData("""{"tags":"red"}""", "")]
    [InlineData("""{"+order_by":"label","+order":"desc"}""", "web-3,web-2,web-1")]
    public async Task Filter_OfInstances_SelectsAndOrders(string filter, string expected)
    {
        await _simulator.PostAsync("/_control/machines", """{"vendor":"linode","token":"one","label":"web","count":3,"tags":["blue"]}""");

        var list = await _simulator.GetAsync("/v4/linode/instances", filter: filter);

        Assert.Equal(expected, string.Join(',', list.At("data").EnumerateArray().Select(item => item.GetProperty("label").GetString())));
    }

    [Theory]
    [InlineData("""{"foo":"bar"}""", "Cannot filter on foo")]
    [InlineData("""{"+and":[{"foo":"bar"}]}""", "Cannot filter on foo")]
    [InlineData("""{"+order_by":"foo"}""", "Cannot filter on foo")]
    public async Task Filter_UnknownField_IsRefusedAsRecorded(string filter, string reason)
    {
        var refused = await _simulator.GetAsync("/v4/images", filter: filter);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(reason, refused.TextAt("errors.0.reason"));
        Assert.Equal("X-Filter", refused.TextAt("errors.0.field"));
    }

    [Theory]
    [InlineData("/v4/images/linode/debian12", "linode/debian12")]
    [InlineData("/v4/images/linode%2Fdebian12", "linode/debian12")]
    [InlineData("/v4/linode/kernels/linode/grub2", "linode/grub2")]
    public async Task Id_WithASlash_IsFoundEscapedOrNot(string path, string id) => Assert.Equal(id, (await _simulator.GetAsync(path)).TextAt("id"));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"+and":3}""")]
    [InlineData("""{"+order_by":3}""")]
    [InlineData("""{"label":{"+almost":"x"}}""")]
    public async Task Filter_Nonsense_IsRefused(string filter)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.GetAsync("/v4/images", filter: filter)).Status);

    [Fact]
    public async Task Page_SmallerThanAll_SaysHowManyThereAre()
    {
        var first = await _simulator.GetAsync("/v4/linode/types?page=1&page_size=25");
        Assert.Equal((2, 37), (first.At("pages").GetInt32(), first.At("results").GetInt32()));

        var last = await _simulator.GetAsync("/v4/regions/availability?page=8&page_size=100");
        Assert.Equal((8, 8, 14), (last.At("page").GetInt32(), last.At("pages").GetInt32(), last.At("data").GetArrayLength()));
    }

    [Theory]
    [InlineData("page_size=24", HttpStatusCode.BadRequest)]
    [InlineData("page_size=501", HttpStatusCode.BadRequest)]
    [InlineData("page=0", HttpStatusCode.BadRequest)]
    [InlineData("page=2", HttpStatusCode.NotFound)]
    public async Task Page_OutOfBounds_IsRefused(string query, HttpStatusCode status)
        => Assert.Equal(status, (await _simulator.GetAsync("/v4/linode/types?" + query)).Status);

    [Fact]
    public async Task Events_OfACreate_AreScheduledStartedFinishedWithPercent()
    {
        await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword"}""");

        Assert.Equal(["linode_create scheduled 0"], await EventsAsync());
        _simulator.Pass(2);
        Assert.Equal(["linode_create started 50"], await EventsAsync());
        _simulator.Pass(2);
        Assert.Equal(["linode_boot scheduled 0", "linode_create finished 100"], await EventsAsync());
        _simulator.Pass(3);
        Assert.Equal(["linode_boot finished 100", "linode_create finished 100"], await EventsAsync());
    }

    [Fact]
    public async Task Events_FilteredByMachineAndTime_AreThatMachines()
    {
        var first = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");
        _simulator.Pass(60);
        var second = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");

        var byMachine = await _simulator.GetAsync("/v4/account/events", filter: $$"""{"entity.type":"linode","entity.id":{{first.At("id").GetInt64()}},"action":"linode_create"}""");
        var byTime = await _simulator.GetAsync("/v4/account/events", filter: """{"created":{"+gte":"2026-09-01T12:01:00"},"+order_by":"created","+order":"desc"}""");

        Assert.Equal(first.At("id").GetInt64(), byMachine.At("data.0.entity.id").GetInt64());
        Assert.Equal(1, byMachine.At("results").GetInt32());
        Assert.Equal(second.At("id").GetInt64(), byTime.At("data.0.entity.id").GetInt64());
        Assert.Equal(1, byTime.At("results").GetInt32());
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync($"/v4/account/events/{byTime.At("data.0.id").GetInt64()}")).Status);
    }

    [Fact]
    public async Task Events_OfADeletedMachine_DoNotTellOfABootThatNeverCame()
    {
        var created = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword"}""");
        await _simulator.DeleteAsync($"/v4/linode/instances/{created.At("id").GetInt64()}");
        _simulator.Pass(60);

        Assert.DoesNotContain(await EventsAsync(), told => told.StartsWith("linode_boot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_AddedAndDeleted_AreListedInBetween()
    {
        var added = await _simulator.PostAsync("/v4/profile/sshkeys", """{"label":"k","ssh_key":"ssh-ed25519 QUJDRA== me"}""");
        Assert.Equal(1, (await _simulator.GetAsync("/v4/profile/sshkeys")).At("results").GetInt32());

        await _simulator.DeleteAsync($"/v4/profile/sshkeys/{added.At("id").GetInt64()}");

        Assert.Equal(0, (await _simulator.GetAsync("/v4/profile/sshkeys")).At("results").GetInt32());
    }

    [Fact]
    public async Task Headers_OfACreate_TellTheCreateLimit()
    {
        var first = await _simulator.PostAsync("/v4/linode/instances", "{}");
        var second = await _simulator.PostAsync("/v4/linode/instances", "{}");

        Assert.Equal("20", first.Message.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal("18", second.Message.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.True(second.Message.Headers.Contains("X-RateLimit-Reset"));
    }

    private async Task<IReadOnlyList<string>> EventsAsync()
    {
        var events = await _simulator.GetAsync("/v4/account/events");
        return [.. events.At("data").EnumerateArray().Select(Describe)];
    }

    private static string Describe(JsonElement told)
        => $"{told.GetProperty("action").GetString()} {told.GetProperty("status").GetString()} {told.GetProperty("percent_complete").GetInt32()}";
}

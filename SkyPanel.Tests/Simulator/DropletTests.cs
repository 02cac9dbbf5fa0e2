using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class DropletTests : IAsyncLifetime
{
    private const string Order = """{"name":"web.example.com","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64","tags":["sp-1"]}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Create_Answer_IsNewWithoutAddressAndLinksItsAction()
    {
        var created = await _simulator.PostAsync("/v2/droplets", Order);

        Assert.Equal(HttpStatusCode.Accepted, created.Status);
        Assert.Equal("new", created.TextAt("droplet.status"));
        Assert.False(created.At("droplet.locked").GetBoolean());
        Assert.Equal("""{"v4":[],"v6":[]}""", created.At("droplet.networks").GetRawText());
        Assert.Equal("create", created.TextAt("links.actions.0.rel"));
        var action = await _simulator.GetAsync(new Uri(created.TextAt("links.actions.0.href")!).PathAndQuery);
        Assert.Equal("in-progress", action.TextAt("action.status"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, action.At("action.completed_at").ValueKind);
    }

    [Fact]
    public async Task Create_TagsComeAfterTheDroplet()
    {
        await _simulator.PostAsync("/v2/droplets", Order);

        Assert.Equal(0, await CountAsync("/v2/droplets?tag_name=sp-1"));
        Assert.Equal(1, await CountAsync("/v2/droplets?name=web.example.com"));
        _simulator.Pass(0.2);
        Assert.Equal(1, await CountAsync("/v2/droplets?tag_name=sp-1"));
    }

    [Fact]
    public async Task Create_OnceActive_HasAddressesAndAFinishedAction()
    {
        var id = await CreateAsync();
        Assert.True((await GetAsync(id)).At("droplet.locked").GetBoolean());

        _simulator.Pass(4);

        var droplet = await GetAsync(id);
        Assert.Equal("active", droplet.TextAt("droplet.status"));
        Assert.False(droplet.At("droplet.locked").GetBoolean());
        Assert.Equal("public", droplet.TextAt("droplet.networks.v4.0.type"));
        var actions = await _simulator.GetAsync($"/v2/droplets/{id}/actions");
        Assert.Equal(("create", "completed"), (actions.TextAt("actions.0.type"), actions.TextAt("actions.0.status")));
    }

    [Fact]
    public async Task Create_ManyNames_MakesOneOfEach()
    {
        var created = await _simulator.PostAsync("/v2/droplets", """{"names":["a.b","c.d"],"size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""");

        Assert.Equal((2, 2), (created.At("droplets").GetArrayLength(), created.At("links.actions").GetArrayLength()));
    }

    [Fact]
    public async Task Create_SameNameTwice_MakesTwo()
    {
        await CreateAsync();
        await CreateAsync();

        Assert.Equal(2, await CountAsync("/v2/droplets?name=web.example.com"));
    }

    [Theory]
    [InlineData("\"name\":\"under_score\"", "Name Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)")]
    [InlineData("\"size\":\"huge\"", "You specified an invalid size for Droplet creation.")]
    [InlineData("\"image\":\"dos-6\"", "You specified an invalid image for Droplet creation.")]
    [InlineData("\"region\":\"sfo1\"", "Region is not available")]
    [InlineData("\"region\":\"moon1\"", "Region is not available")]
    [InlineData("\"size\":\"s-1vcpu-1gb-intel\",\"region\":\"nyc2\"", "Size is not available in this region.")]
    [InlineData("\"ssh_keys\":[4711]", "4711 are invalid key identifiers for Droplet creation.")]
    public async Task Create_OneThingWrong_SaysSoInTheVendorsWords(string wrong, string message)
    {
        var refused = await _simulator.PostAsync("/v2/droplets", Order[..^1] + "," + wrong + "}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(("unprocessable_entity", message), (refused.TextAt("id"), refused.TextAt("message")));
        Assert.Equal(0, await CountAsync("/v2/droplets"));
    }

    [Fact]
    public async Task Create_SoldOut_NamesOtherRegions()
    {
        var refused = await _simulator.PostAsync("/v2/droplets", Order[..^1] + ",\"size\":\"c-8\",\"region\":\"fra1\"}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("nyc1", refused.At("error_attributes.available_regions").EnumerateArray().Select(region => region.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Create_OverTheLimit_IsRefused()
    {
        await using var small = await SimulatorHost.StartAsync("--machine-limit", "1");
        await small.PostAsync("/v2/droplets", Order);

        var refused = await small.PostAsync("/v2/droplets", Order);

        Assert.Equal("creating this/these droplet(s) will exceed your droplet limit", refused.TextAt("message"));
    }

    [Fact]
    public async Task Create_RegionByPrefix_TakesOneThatHasTheSize()
    {
        var created = await _simulator.PostAsync("/v2/droplets", Order[..^1] + ",\"region\":\"nyc\"}");

        Assert.StartsWith("nyc", created.TextAt("droplet.region.slug"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("power_off")]
    [InlineData("delete")]
    public async Task Anything_WhileAnActionRuns_IsRefused(string what)
    {
        var id = await CreateAsync();

        var refused = string.Equals(what, "delete", StringComparison.Ordinal) ? await _simulator.DeleteAsync($"/v2/droplets/{id}") : await ActAsync(id, what);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Droplet already has a pending event.", refused.TextAt("message"));
    }

    [Fact]
    public async Task Actions_ShutdownPowerOnReboot_KeepTheStatusUntilDone()
    {
        var id = await CreateAsync();
        _simulator.Pass(60);

        Assert.Equal(HttpStatusCode.Created, (await ActAsync(id, "shutdown")).Status);
        Assert.Equal(("active", true), await StatusAsync(id));
        _simulator.Pass(2);
        Assert.Equal(("off", false), await StatusAsync(id));
        await ActAsync(id, "power_on");
        Assert.Equal(("off", true), await StatusAsync(id));
        _simulator.Pass(3);
        Assert.Equal(("active", false), await StatusAsync(id));
        var reboot = await ActAsync(id, "reboot");
        Assert.Equal(("active", true), await StatusAsync(id));
        _simulator.Pass(3);
        Assert.Equal("completed", (await _simulator.GetAsync($"/v2/actions/{reboot.At("action.id").GetInt64()}")).TextAt("action.status"));
    }

    [Fact]
    public async Task Action_Rename_ChangesTheName()
    {
        var id = await CreateAsync();
        _simulator.Pass(60);

        await _simulator.PostAsync($"/v2/droplets/{id}/actions", """{"type":"rename","name":"mail.example.com"}""");

        Assert.Equal("mail.example.com", (await GetAsync(id)).TextAt("droplet.name"));
    }

    [Fact]
    public async Task Delete_Idle_IsGoneWithoutBody()
    {
        var id = await CreateAsync();
        _simulator.Pass(60);

        var deleted = await _simulator.DeleteAsync($"/v2/droplets/{id}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal("not_found", (await GetAsync(id)).TextAt("id"));
    }

    [Fact]
    public async Task DeleteByTag_TakesAllOfTheTagAndNothingElse()
    {
        await CreateAsync();
        await _simulator.PostAsync("/v2/droplets", Order.Replace("sp-1", "sp-2", StringComparison.Ordinal));
        _simulator.Pass(60);

        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync("/v2/droplets?tag_name=sp-1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.DeleteAsync("/v2/droplets")).Status);

        Assert.Equal(1, await CountAsync("/v2/droplets"));
    }

    [Fact]
    public async Task List_OfGpus_IsApartAndTakesNoTag()
    {
        await _simulator.PostAsync("/_control/machines", """{"vendor":"digitalocean","token":"one","label":"gpu","size":"gpu-4000adax1-20gb","region":"tor1","tags":["sp-1"]}""");

        Assert.Equal(0, await CountAsync("/v2/droplets"));
        Assert.Equal(0, await CountAsync("/v2/droplets?tag_name=sp-1"));
        Assert.Equal(1, await CountAsync("/v2/droplets?type=gpus"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _simulator.GetAsync("/v2/droplets?type=gpus&tag_name=sp-1")).Status);
    }

    private async Task<long> CreateAsync() => (await _simulator.PostAsync("/v2/droplets", Order)).At("droplet.id").GetInt64();

    private Task<Reply> GetAsync(long id) => _simulator.GetAsync($"/v2/droplets/{id}");

    private Task<Reply> ActAsync(long id, string type) => _simulator.PostAsync($"/v2/droplets/{id}/actions", $$"""{"type":"{{type}}"}""");

    private async Task<(string? Status, bool Locked)> StatusAsync(long id)
    {
        var reply = await GetAsync(id);
        return (reply.TextAt("droplet.status"), reply.At("droplet.locked").GetBoolean());
    }

    private async Task<int> CountAsync(string path) => (await _simulator.GetAsync(path)).At("meta.total").GetInt32();
}

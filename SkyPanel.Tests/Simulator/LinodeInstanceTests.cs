using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class LinodeInstanceTests : IAsyncLifetime
{
    private const string Order = """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword","label":"LABEL"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Create_Booted_ProvisionsThenBootsThenRuns()
    {
        var id = await CreateAsync("one-life");

        Assert.Equal("provisioning", await StatusAsync(id));
        _simulator.Pass(3.9);
        Assert.Equal("provisioning", await StatusAsync(id));
        _simulator.Pass(0.2);
        Assert.Equal("booting", await StatusAsync(id));
        _simulator.Pass(3);
        Assert.Equal("running", await StatusAsync(id));
    }

    [Fact]
    public async Task Create_NotBooted_RestsOffline()
    {
        var created = await _simulator.PostAsync("/v4/linode/instances", Order.Replace("LABEL\"", "asleep\",\"booted\":false", StringComparison.Ordinal));
        Assert.Equal("provisioning", created.TextAt("status"));

        _simulator.Pass(60);

        Assert.Equal("offline", await StatusAsync(created.At("id").GetInt64()));
    }

    [Fact]
    public async Task Create_WithoutImage_NeedsNoSecretAndRestsOffline()
    {
        var created = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");
        _simulator.Pass(60);

        var id = created.At("id").GetInt64();
        Assert.Equal($"linode{id}", created.TextAt("label"));
        Assert.Equal("offline", await StatusAsync(id));
        Assert.Equal(0, (await _simulator.GetAsync($"/v4/linode/instances/{id}/disks")).At("results").GetInt32());
    }

    [Fact]
    public async Task Create_LabelTaken_IsRefusedAndNothingIsMade()
    {
        await CreateAsync("sp-0123");

        var second = await _simulator.PostAsync("/v4/linode/instances", Order.Replace("LABEL", "sp-0123", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal("""{"errors":[{"reason":"Label must be unique among your linodes","field":"label"}]}""", second.Text);
        Assert.Equal(1, (await _simulator.GetAsync("/v4/linode/instances")).At("results").GetInt32());
    }

    [Fact]
    public async Task Create_LabelOfAnotherAccount_IsFree()
    {
        await CreateAsync("sp-0123");

        var other = await _simulator.PostAsync("/v4/linode/instances", Order.Replace("LABEL", "sp-0123", StringComparison.Ordinal), token: "two");

        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Create_ManyThingsWrong_AllAreSaid()
    {
        var refused = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-fake-plan","region":"us-fakeregion","image":"linode/debian12"}""");

        Assert.Equal(
            """{"errors":[{"reason":"A valid plan type by that ID was not found","field":"type"},{"reason":"region is not valid","field":"region"},{"reason":"Must provide valid root_pass, authorized_keys, or authorized_users"}]}""",
            refused.Text);
    }

    [Theory]
    [InlineData("\"label\":\"ab\"", "label")]
    [InlineData("\"label\":\"a--b\"", "label")]
    [InlineData("\"label\":\"1ab\"", "label")]
    [InlineData("\"root_pass\":\"aaaaaaaaaaaa\"", "root_pass")]
    [InlineData("\"root_pass\":\"short\"", "root_pass")]
    [InlineData("\"authorized_keys\":[\"not a key\"]", "authorized_keys")]
    [InlineData("\"metadata\":{\"user_data\":\"not base64!\"}", "metadata.user_data")]
    [InlineData("\"region\":\"eu-west\"", "region")]
    [InlineData("\"image\":\"linode/never\"", "image")]
    [InlineData("\"region\":\"se-sto\",\"type\":\"g7-highmem-1\"", "type")]
    public async Task Create_OneThingWrong_NamesItsField(string wrong, string field)
    {
        var refused = await _simulator.PostAsync(
            "/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword",""" + wrong + "}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(field, refused.TextAt("errors.0.field"));
    }

    [Fact]
    public async Task Create_OverTheLimit_IsRefusedWithoutField()
    {
        await using var small = await SimulatorHost.StartAsync("--machine-limit", "0");

        var refused = await small.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");

        Assert.Equal("""{"errors":[{"reason":"Account Limit reached. Please open a support ticket."}]}""", refused.Text);
    }

    [Theory]
    [InlineData("reboot")]
    [InlineData("shutdown")]
    [InlineData("boot")]
    public async Task Power_WhileAJobRuns_IsBusyWithoutField(string verb)
    {
        var id = await CreateAsync("busy-one");

        var refused = await _simulator.PostAsync($"/v4/linode/instances/{id}/{verb}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("""{"errors":[{"reason":"Linode busy."}]}""", refused.Text);
    }

    [Fact]
    public async Task Power_ShutdownBootReboot_EachTakesItsTime()
    {
        var id = await CreateAsync("powered");
        _simulator.Pass(60);

        await AnswersNothingAsync(id, "shutdown");
        Assert.Equal("shutting_down", await StatusAsync(id));
        _simulator.Pass(2);
        Assert.Equal("offline", await StatusAsync(id));
        await AnswersNothingAsync(id, "boot");
        Assert.Equal("booting", await StatusAsync(id));
        _simulator.Pass(3);
        Assert.Equal("running", await StatusAsync(id));
        await AnswersNothingAsync(id, "reboot");
        Assert.Equal("rebooting", await StatusAsync(id));
        _simulator.Pass(3);
        Assert.Equal("running", await StatusAsync(id));
    }

    [Fact]
    public async Task Update_LabelAndTags_AreKept()
    {
        var id = await CreateAsync("before");

        var updated = await _simulator.PutAsync($"/v4/linode/instances/{id}", """{"label":"after","tags":["one-tag"]}""");

        Assert.Equal("after", updated.TextAt("label"));
        Assert.Equal("one-tag", (await _simulator.GetAsync($"/v4/linode/instances/{id}")).TextAt("tags.0"));
    }

    [Fact]
    public async Task Delete_WhileProvisioning_IsGoneAtOnce()
    {
        var id = await CreateAsync("short-life");

        var deleted = await _simulator.DeleteAsync($"/v4/linode/instances/{id}");

        Assert.Equal((HttpStatusCode.OK, "{}"), (deleted.Status, deleted.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync($"/v4/linode/instances/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.DeleteAsync($"/v4/linode/instances/{id}")).Status);
    }

    [Fact]
    public async Task Get_OfAnotherAccount_IsNotFound()
    {
        var id = await CreateAsync("mine");

        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync($"/v4/linode/instances/{id}", token: "two")).Status);
    }

    private async Task<long> CreateAsync(string label)
    {
        var created = await _simulator.PostAsync("/v4/linode/instances", Order.Replace("LABEL", label, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, created.Status);
        return created.At("id").GetInt64();
    }

    private async Task<string?> StatusAsync(long id) => (await _simulator.GetAsync($"/v4/linode/instances/{id}")).TextAt("status");

    private async Task AnswersNothingAsync(long id, string verb)
    {
        var reply = await _simulator.PostAsync($"/v4/linode/instances/{id}/{verb}");
        Assert.Equal((HttpStatusCode.OK, "{}"), (reply.Status, reply.Text));
    }
}

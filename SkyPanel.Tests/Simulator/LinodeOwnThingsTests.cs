using System.Net;

namespace SkyPanel.Tests.Simulator;

/// <summary>Images, networks, tags and rights of one Linode account.</summary>
public sealed class LinodeOwnThingsTests : IAsyncLifetime
{
    private const string Order = """{"type":"g6-nanode-1","region":"us-ord","image":"linode/debian12","root_pass":"thisIsYourRootPassword","tags":["blue"]}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Image_MadeOfADisk_IsPrivateAndUsableWhenItIsReady()
    {
        var machine = await _simulator.PostAsync("/v4/linode/instances", Order);
        var disk = (await _simulator.GetAsync($"/v4/linode/instances/{machine.TextAt("id")}/disks")).TextAt("data.0.id");
        var made = await _simulator.PostAsync("/v4/images", $$"""{"disk_id":{{disk}},"label":"golden","cloud_init":true,"tags":["gold"]}""");
        var early = await DeployAsync(made.TextAt("id")!);
        _simulator.Pass(5);

        var ready = await _simulator.GetAsync("/v4/images/" + Uri.EscapeDataString(made.TextAt("id")!));
        var priv = await _simulator.GetAsync("/v4/images", filter: """{"is_public":false}""");

        Assert.Equal(("creating", HttpStatusCode.BadRequest, "available"), (made.TextAt("status"), early.Status, ready.TextAt("status")));
        Assert.StartsWith("private/", ready.TextAt("id"), StringComparison.Ordinal);
        Assert.Equal((1, "us-ord"), (priv.At("results").GetInt32(), priv.TextAt("data.0.regions.0.region")));
        Assert.Equal(HttpStatusCode.OK, (await DeployAsync(made.TextAt("id")!)).Status);
        Assert.Equal(0, (await _simulator.GetAsync("/v4/images", token: "two", filter: """{"is_public":false}""")).At("results").GetInt32());
    }

    [Fact]
    public async Task Image_ChangedAndDeleted_IsGone()
    {
        var machine = await _simulator.PostAsync("/v4/linode/instances", Order);
        var disk = (await _simulator.GetAsync($"/v4/linode/instances/{machine.TextAt("id")}/disks")).TextAt("data.0.id");
        var path = "/v4/images/" + Uri.EscapeDataString((await _simulator.PostAsync("/v4/images", $$"""{"disk_id":{{disk}}}""")).TextAt("id")!);

        Assert.Equal("new", (await _simulator.PutAsync(path, """{"label":"new"}""")).TextAt("label"));
        Assert.Equal(HttpStatusCode.OK, (await _simulator.DeleteAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.DeleteAsync("/v4/images/linode%2Fdebian12")).Status);
        Assert.Equal("disk_id", (await _simulator.PostAsync("/v4/images", """{"disk_id":1}""")).TextAt("errors.0.field"));
    }

    [Fact]
    public async Task Vpc_CreatedListedChangedDeleted()
    {
        var made = await _simulator.PostAsync("/v4/vpcs", """{"label":"office-net","region":"us-ord","subnets":[{"label":"a","ipv4":"10.1.0.0/24"}]}""");
        var path = "/v4/vpcs/" + made.TextAt("id");

        Assert.Equal("10.1.0.0/24", made.TextAt("subnets.0.ipv4"));
        Assert.Equal(1, (await _simulator.GetAsync("/v4/vpcs")).At("results").GetInt32());
        Assert.Equal("b", (await _simulator.PostAsync(path + "/subnets", """{"label":"b","ipv4":"10.2.0.0/24"}""")).TextAt("label"));
        Assert.Equal(2, (await _simulator.GetAsync(path + "/subnets")).At("results").GetInt32());
        Assert.Equal("wide", (await _simulator.PutAsync(path, """{"description":"wide"}""")).TextAt("description"));
        Assert.Equal(HttpStatusCode.OK, (await _simulator.DeleteAsync(path)).Status);
        Assert.Equal(0, (await _simulator.GetAsync("/v4/vpcs")).At("results").GetInt32());
    }

    [Theory]
    [InlineData("""{"label":"bad!","region":"us-ord"}""", "label", "Must only use ASCII letters, numbers, and underscores")]
    [InlineData("""{"label":"fine","region":"moon"}""", "region", "region is not valid")]
    [InlineData("""{"label":"fine","region":"us-east"}""", "region", "VPCs are not available in this region")]
    public async Task Vpc_ThatCannotBe_IsRefused(string body, string field, string reason)
    {
        var refused = await _simulator.PostAsync("/v4/vpcs", body);

        Assert.Equal((field, reason), (refused.TextAt("errors.0.field"), refused.TextAt("errors.0.reason")));
    }

    [Fact]
    public async Task Tag_MadeWithAMachine_IsOnItAndLeavesIt()
    {
        var id = (await _simulator.PostAsync("/v4/linode/instances", Order)).TextAt("id");

        await _simulator.PostAsync("/v4/tags", $$"""{"label":"green","linodes":[{{id}}]}""");

        Assert.Equal("blue green", await TagsAsync(id!));
        Assert.Equal(id, (await _simulator.GetAsync("/v4/tags/green")).TextAt("data.0.data.id"));
        Assert.Equal(2, (await _simulator.GetAsync("/v4/tags")).At("results").GetInt32());
        await _simulator.DeleteAsync("/v4/tags/green");
        Assert.Equal("blue", await TagsAsync(id!));
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync("/v4/tags/green")).Status);
    }

    [Fact]
    public async Task Plans_WithGpus_AreWhereTheRegionHasThem()
    {
        var gpus = await _simulator.GetAsync("/v4/linode/types", filter: """{"class":"gpu"}""");

        Assert.Equal((4, 2), (gpus.At("results").GetInt32(), gpus.At("data.1.gpus").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await _simulator.PostAsync("/v4/linode/instances", """{"type":"g1-gpu-rtx6000-1","region":"us-ord"}""")).Status);
        Assert.Equal("type", (await _simulator.PostAsync("/v4/linode/instances", """{"type":"g1-gpu-rtx6000-1","region":"us-west"}""")).TextAt("errors.0.field"));
    }

    [Fact]
    public async Task Grants_OfAnUnrestrictedUser_AreNothingAtAll()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.GetAsync("/v4/profile/grants")).Status);
        Assert.Equal("read_only", (await _simulator.GetAsync("/v4/profile/grants", token: "readonly-one")).TextAt("global.account_access"));
    }

    private Task<Reply> DeployAsync(string image)
        => _simulator.PostAsync("/v4/linode/instances", $$"""{"type":"g6-nanode-1","region":"us-ord","image":"{{image}}","root_pass":"thisIsYourRootPassword"}""");

    private async Task<string> TagsAsync(string id)
        => string.Join(' ', (await _simulator.GetAsync("/v4/linode/instances/" + id)).At("tags").EnumerateArray().Select(tag => tag.GetString()));
}

using System.Net;
using System.Text.Json;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Simulator;

/// <summary>Networks, tags, sizes and shapes of one DigitalOcean account.</summary>
public sealed class DigitalOceanOwnThingsTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Vpc_Default_ComesWithTheFirstDropletOfARegion()
    {
        var droplet = await CreateAsync("a");

        var vpcs = await _simulator.GetAsync("/v2/vpcs");

        Assert.Equal((1, true, "nyc3"), (vpcs.At("meta.total").GetInt32(), vpcs.At("vpcs.0.default").GetBoolean(), vpcs.TextAt("vpcs.0.region")));
        Assert.Equal(vpcs.TextAt("vpcs.0.id"), droplet.TextAt("droplet.vpc_uuid"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _simulator.DeleteAsync("/v2/vpcs/" + vpcs.TextAt("vpcs.0.id"))).Status);
    }

    [Fact]
    public async Task Vpc_Own_TakesDropletsAndIsDeletedWhenEmpty()
    {
        var id = (await _simulator.PostAsync("/v2/vpcs", """{"name":"net","region":"nyc3","ip_range":"10.9.0.0/20"}""")).TextAt("vpc.id");
        var droplet = await CreateAsync("a", $$""","vpc_uuid":"{{id}}" """);
        _simulator.Pass(10);

        Assert.Equal(id, droplet.TextAt("droplet.vpc_uuid"));
        Assert.Equal("renamed", (await _simulator.AskAsync("PATCH", "/v2/vpcs/" + id, """{"name":"renamed"}""")).TextAt("vpc.name"));
        Assert.Equal(HttpStatusCode.Conflict, (await _simulator.DeleteAsync("/v2/vpcs/" + id)).Status);
        await _simulator.DeleteAsync("/v2/droplets/" + droplet.TextAt("droplet.id"));
        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync("/v2/vpcs/" + id)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CreateAsync("b", $$""","vpc_uuid":"{{id}}" """)).Status);
    }

    [Fact]
    public async Task Tag_OnDroplets_IsPutOnTakenOffAndDeleted()
    {
        var id = (await CreateAsync("a")).TextAt("droplet.id");
        var resources = $$"""{"resources":[{"resource_id":"{{id}}","resource_type":"droplet"}]}""";
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.PostAsync("/v2/tags/web/resources", resources)).Status);
        await _simulator.PostAsync("/v2/tags", """{"name":"web"}""");
        _simulator.Pass(10);

        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.PostAsync("/v2/tags/web/resources", resources)).Status);
        Assert.Equal(1, await TaggedAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.AskAsync("DELETE", "/v2/tags/web/resources", resources)).Status);
        Assert.Equal(0, await TaggedAsync());
        await _simulator.PostAsync("/v2/tags/web/resources", resources);
        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync("/v2/tags/web")).Status);
        Assert.Equal(0, await TaggedAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync("/v2/tags/web")).Status);
    }

    [Fact]
    public async Task Action_ByTag_RunsOnAllOrOnNone()
    {
        await CreateAsync("a", ""","tags":["web"]""");
        await CreateAsync("b", ""","tags":["web"]""");
        _simulator.Pass(10);

        var started = await _simulator.PostAsync("/v2/droplets/actions?tag_name=web", """{"type":"power_off"}""");
        var busy = await _simulator.PostAsync("/v2/droplets/actions?tag_name=web", """{"type":"power_on"}""");

        Assert.Equal((HttpStatusCode.Created, 2), (started.Status, started.At("actions").GetArrayLength()));
        Assert.Equal("Droplet already has a pending event.", busy.TextAt("message"));
    }

    [Fact]
    public async Task Sizes_WithGpus_SayHowManyOfWhichWithHowMuch()
    {
        var sizes = (await _simulator.GetAsync("/v2/sizes?per_page=200")).At("sizes").EnumerateArray().Where(size => size.TryGetProperty("gpu_info", out _)).ToList();

        Assert.Equal(8, sizes.Count);
        var eight = sizes.Single(size => size.GetProperty("slug").GetString() == "gpu-h100x8-640gb").GetProperty("gpu_info");
        Assert.Equal((8, 640), (eight.GetProperty("count").GetInt32(), eight.GetProperty("vram").GetProperty("amount").GetInt32()));
    }

    [Fact]
    public async Task Droplets_WithGpus_AreListedOnlyAsGpus()
    {
        await _simulator.PostAsync("/v2/droplets", """{"name":"gpu","size":"gpu-h100x1-80gb","region":"nyc2","image":"gpu-h100x1-base"}""");

        Assert.Equal(0, (await _simulator.GetAsync("/v2/droplets")).At("meta.total").GetInt32());
        Assert.Equal("gpu", (await _simulator.GetAsync("/v2/droplets?type=gpus")).TextAt("droplets.0.name"));
    }

    [Fact]
    public async Task Account_ComparedWithTheRecording_HasEveryField()
    {
        using var recorded = await ContractData.JsonAsync("digitalocean/recorded-account.json", TestContext.Current.CancellationToken);
        var answer = recorded.RootElement.GetProperty("interactions").EnumerateArray().Single(entry => entry.GetProperty("status").GetInt32() == 200);

        var ours = await _simulator.GetAsync("/v2/account");

        Assert.Empty(Missing(answer.GetProperty("response_body"), ours.Body, ""));
        string[] ofTheServer = ["date", "content-type", "x-runtime"];
        var headers = answer.GetProperty("response_headers").EnumerateObject().Select(header => header.Name).Except(ofTheServer);
        Assert.DoesNotContain(headers, header => !ours.Message.Headers.Contains(header));
    }

    [Fact]
    public async Task Create_ComparedWithTheRecording_HasEveryField()
    {
        using var recorded = await ContractData.JsonAsync("digitalocean/recorded-create-2023.json", TestContext.Current.CancellationToken);
        var answer = Find(recorded.RootElement, "droplet") ?? throw new InvalidOperationException("no droplet in the recording");

        var made = await CreateAsync("a");

        Assert.Empty(Missing(answer, made.At("droplet"), ""));
    }

    private static JsonElement? Find(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object => found,
        JsonValueKind.Object => element.EnumerateObject().Select(property => Find(property.Value, name)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Find(item, name)).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>Objects only: arrays hold what there happened to be.</summary>
    private static IEnumerable<string> Missing(JsonElement recorded, JsonElement ours, string path)
        => recorded.EnumerateObject().SelectMany(field => !ours.TryGetProperty(field.Name, out var value) ? [$"{path}{field.Name}"]
            : field.Value.ValueKind == JsonValueKind.Object && value.ValueKind == JsonValueKind.Object ? Missing(field.Value, value, $"{path}{field.Name}.")
            : []);

    private Task<Reply> CreateAsync(string name, string more = "")
        => _simulator.PostAsync("/v2/droplets", $$"""{"name":"{{name}}","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"{{more}}}""");

    private async Task<int> TaggedAsync() => (await _simulator.GetAsync("/v2/droplets?tag_name=web")).At("meta.total").GetInt32();
}

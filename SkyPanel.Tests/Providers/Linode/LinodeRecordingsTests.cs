using System.Net;
using System.Text.Json;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;
using SkyPanel.Providers.Linode;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Providers.Linode;

/// <summary>The adapter against what the vendor really answered.</summary>
public sealed class LinodeRecordingsTests
{
    [Fact]
    public async Task Catalogue_AsRecorded_IsWhatThePanelOffers()
    {
        using var wire = await CatalogueAsync();
        await using var bench = new ProviderBench(wire);
        var provider = bench.For(ProviderBench.Linode);

        var plans = await provider.ListPlansAsync(ProviderBench.Cancellation);
        var images = await provider.ListImagesAsync(ProviderBench.Cancellation);
        var regions = await provider.ListRegionsAsync(ProviderBench.Cancellation);

        Assert.Equal((37, 21, 34), (plans.Count, images.Count, regions.Count));
        Assert.All(regions, x => Assert.True(x is { Available: true, Country.Length: 2 } && x.Continent != Continent.Other, x.Id));
        Assert.DoesNotContain(plans, x => x.Class == PlanClass.Other);
        Assert.DoesNotContain(images, x => x.Id.Contains("kube", StringComparison.Ordinal) || x.Id.Contains("nvidia", StringComparison.Ordinal));
        var nanode = plans.Single(x => x.Id is "g6-nanode-1");
        Assert.Equal((new Money(7_500), new Money(9_000), new Money(10_500)), (nanode.CostIn("eu-central").Hourly, nanode.CostIn("id-cgk").Hourly, nanode.CostIn("br-gru").Hourly));
        Assert.Equal((25, 1024, 1000), (nanode.DiskGib, nanode.MemoryMib, nanode.TransferGb));
        Assert.False(plans.Single(x => x.Id is "g1-gpu-rtx6000-1").IsAvailableIn("us-central"));
    }

    [Fact]
    public async Task Life_AsRecorded_GoesFromProvisioningToRunningAndEnds()
    {
        using var recording = await ContractData.JsonAsync("linode/recorded/TestInstance_Resize.json", ProviderBench.Cancellation);
        var answers = new Queue<JsonElement>(recording.RootElement.GetProperty("interactions").EnumerateArray());
        using var wire = new WireStub(x => x.PathAndQuery.Contains("/instances", StringComparison.Ordinal) ? Replay(answers.Dequeue()) : WireStub.Json("""{"id":"x"}"""));
        await using var bench = new ProviderBench(wire);
        var provider = bench.For(ProviderBench.Linode);

        var made = await provider.CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation);
        var seen = new List<InstanceStatus> { made.Status };
        for (var i = 0; i < 3; i++)
        {
            seen.Add((await provider.GetInstanceAsync(made.Id, ProviderBench.Cancellation))!.Status);
        }

        var busy = await Assert.ThrowsAsync<ProviderException>(() => provider.RebootAsync(made.Id, ProviderBench.Cancellation));
        await provider.RebootAsync(made.Id, ProviderBench.Cancellation);
        await provider.DeleteInstanceAsync(made.Id, ProviderBench.Cancellation);

        Assert.Equal([InstanceStatus.Provisioning, InstanceStatus.Provisioning, InstanceStatus.Starting, InstanceStatus.Running], seen);
        Assert.Equal((ProviderErrorCode.ResourceBusy, true), (busy.Error.Code, busy.Error.Retryable));
        Assert.Empty(answers);
    }

    [Fact]
    public void Instances_EveryRecordedOne_IsReadWithAKnownStatus()
    {
        var folder = Path.GetDirectoryName(ContractData.Path("linode/recorded/TestInstance_Resize.json"))!;
        var read = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            using var recording = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var body in recording.RootElement.GetProperty("interactions").EnumerateArray().SelectMany(InstancesIn))
            {
                var instance = WireJson.Read<LinodeInstance>(body);
                Assert.True(instance is { Id: > 0 } && LinodeStatus.IsKnown(instance.Status), Path.GetFileName(file));
                Assert.NotEqual(DateTimeOffset.MinValue, instance.ToInstance().CreatedAt);
                read++;
            }
        }

        Assert.InRange(read, 50, int.MaxValue);
    }

    [Fact]
    public async Task Errors_EveryRecordedOne_KeepsItsReasons()
    {
        using var errors = await ContractData.JsonAsync("linode/errors.json", ProviderBench.Cancellation);
        foreach (var error in errors.RootElement.EnumerateArray())
        {
            var body = error.GetProperty("response_body");
            var answer = new ProviderResponse(
                (HttpStatusCode)error.GetProperty("status").GetInt32(), Array.Empty<string>().ToLookup(x => x, StringComparer.OrdinalIgnoreCase), "application/json", body.GetRawText());

            var read = new LinodeErrorReader().Read(answer);

            Assert.Equal(body.GetProperty("errors").GetArrayLength(), read.Reasons.Count);
            Assert.All(read.Reasons, x => Assert.NotEmpty(x));
        }
    }

    private static IEnumerable<string> InstancesIn(JsonElement interaction)
    {
        var path = interaction.GetProperty("path").GetString()!;
        var body = interaction.GetProperty("response_body");
        if (interaction.GetProperty("status").GetInt32() != 200 || body.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [_, "linode", "instances"] when body.TryGetProperty("data", out var data) => data.EnumerateArray().Select(x => x.GetRawText()),
            [_, "linode", "instances"] => [body.GetRawText()],
            [_, "linode", "instances", _] when body.TryGetProperty("id", out _) => [body.GetRawText()],
            _ => [],
        };
    }

    private static HttpResponseMessage Replay(JsonElement interaction)
        => WireStub.Answer((HttpStatusCode)interaction.GetProperty("status").GetInt32(), interaction.GetProperty("response_body").GetRawText());

    private static async Task<WireStub> CatalogueAsync()
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, file) in new[] { ("linode/types", "types"), ("regions", "regions"), ("images", "images"), ("regions/availability", "regions_availability") })
        {
            using var catalogue = await ContractData.JsonAsync($"linode/catalog/{file}.json", ProviderBench.Cancellation);
            pages["/v4/" + path] = $$"""{"data":{{catalogue.RootElement.GetProperty("data").GetRawText()}},"page":1,"pages":1}""";
        }

        return new WireStub(x => WireStub.Json(pages[x.PathAndQuery.Split('?')[0]]));
    }
}

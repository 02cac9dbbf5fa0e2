using System.Text.Json;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Simulator;

/// <summary>Every field that real answers always contain is in ours, with a type that was seen there.</summary>
public sealed class LinodeShapeTests
{
    public static TheoryData<string, string> Operations => new()
    {
        { "GET /v4/account 200", "/v4/account" },
        { "GET /v4/account/events 200", "/v4/account/events" },
        { "GET /v4/account/events/{eventId} 200", "/v4/account/events/{event}" },
        { "GET /v4/account/settings 200", "/v4/account/settings" },
        { "GET /v4/account/transfer 200", "/v4/account/transfer" },
        { "GET /v4/images 200", "/v4/images" },
        { "GET /v4/images/{imageId} 200", "/v4/images/linode%2Fdebian12" },
        { "GET /v4/images/{imageId} 404", "/v4/images/never" },
        { "GET /v4/linode/instances 200", "/v4/linode/instances" },
        { "GET /v4/linode/instances/{linodeId} 200", "/v4/linode/instances/{id}" },
        { "GET /v4/linode/instances/{linodeId}/configs 200", "/v4/linode/instances/{id}/configs" },
        { "GET /v4/linode/instances/{linodeId}/disks 200", "/v4/linode/instances/{id}/disks" },
        { "GET /v4/linode/instances/{linodeId}/ips 200", "/v4/linode/instances/{id}/ips" },
        { "GET /v4/linode/instances/{linodeId}/transfer 200", "/v4/linode/instances/{id}/transfer" },
        { "GET /v4/linode/kernels 200", "/v4/linode/kernels" },
        { "GET /v4/linode/kernels/{kernelId} 200", "/v4/linode/kernels/linode%2Fgrub2" },
        { "GET /v4/linode/stackscripts 200", "/v4/linode/stackscripts" },
        { "GET /v4/linode/stackscripts/{stackscriptId} 200", "/v4/linode/stackscripts/900002" },
        { "GET /v4/linode/types 200", "/v4/linode/types" },
        { "GET /v4/linode/types/{typeId} 200", "/v4/linode/types/g6-standard-1" },
        { "GET /v4/profile 200", "/v4/profile" },
        { "GET /v4/profile/sshkeys 200", "/v4/profile/sshkeys" },
        { "GET /v4/profile/sshkeys/{sshKeyId} 200", "/v4/profile/sshkeys/{key}" },
        { "GET /v4/regions 200", "/v4/regions" },
        { "GET /v4/regions/availability 200", "/v4/regions/availability" },
        { "GET /v4/images 400", "/v4/images?page=0" },
        { "GET /v4/linode/types/{typeId} 404", "/v4/linode/types/never" },
        { "GET /v4/regions/nl-ams/vpc-availability 200", "/v4/regions/nl-ams/vpc-availability" },
        { "GET /v4/tags 200", "/v4/tags" },
        { "GET /v4/tags/{tagLabel} 200", "/v4/tags/blue" },
        { "GET /v4/vpcs 200", "/v4/vpcs" },
        { "GET /v4/vpcs/{vpcId} 200", "/v4/vpcs/{vpc}" },
        { "GET /v4/vpcs/{vpcId}/subnets 200", "/v4/vpcs/{vpc}/subnets" },
        { "POST /v4/images 200", "/v4/images" },
        { "POST /v4/linode/instances 400", "/v4/linode/instances?bad" },
        { "POST /v4/linode/stackscripts 200", "/v4/linode/stackscripts" },
        { "POST /v4/tags 200", "/v4/tags" },
        { "POST /v4/vpcs 200", "/v4/vpcs" },
        { "POST /v4/vpcs 400", "/v4/vpcs?bad" },
        { "POST /v4/vpcs/{vpcId}/subnets 400", "/v4/vpcs/{vpc}/subnets?bad" },
        { "PUT /v4/linode/stackscripts/{stackscriptId} 200", "/v4/linode/stackscripts/{script}" },
        { "PUT /v4/vpcs/{vpcId} 200", "/v4/vpcs/{vpc}" },
        { "PUT /v4/vpcs/{vpcId} 400", "/v4/vpcs/{vpc}?bad" },
        { "DELETE /v4/images/{imageId} 200", "/v4/images/{image}" },
        { "DELETE /v4/linode/instances/{linodeId} 200", "/v4/linode/instances/{id}" },
        { "DELETE /v4/linode/stackscripts/{stackscriptId} 200", "/v4/linode/stackscripts/{script}" },
        { "DELETE /v4/profile/sshkeys/{sshKeyId} 200", "/v4/profile/sshkeys/{key}" },
        { "DELETE /v4/tags/{tagLabel} 200", "/v4/tags/blue" },
        { "DELETE /v4/vpcs/{vpcId} 200", "/v4/vpcs/{vpc}" },
        { "POST /v4/linode/instances/{linodeId}/boot 200", "/v4/linode/instances/{off}/boot" },
        { "POST /v4/linode/instances/{linodeId}/shutdown 200", "/v4/linode/instances/{off}/shutdown" },
        { "POST /v4/linode/instances 200", "/v4/linode/instances" },
        { "POST /v4/profile/sshkeys 200", "/v4/profile/sshkeys" },
        { "PUT /v4/linode/instances/{linodeId} 200", "/v4/linode/instances/{id}" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_ComparedWithRecordings_HasEveryFieldThatIsAlwaysThere(string operation, string path)
    {
        using var shapes = await ContractData.JsonAsync("linode/observed-shapes.json", TestContext.Current.CancellationToken);
        var expected = shapes.RootElement.GetProperty(operation).GetProperty("paths");
        await using var simulator = await SimulatorHost.StartAsync();

        var answer = await AskAsync(simulator, operation, path);

        Assert.Empty(expected.EnumerateObject().SelectMany(field => Problems(answer, field)));
    }

    /// <summary>An endpoint that was recorded and that is served here cannot be left out above.</summary>
    [Fact]
    public async Task Operations_ServedAndRecorded_AreAllCompared()
    {
        using var shapes = await ContractData.JsonAsync("linode/observed-shapes.json", TestContext.Current.CancellationToken);
        await using var simulator = await SimulatorHost.StartAsync();
        var served = simulator.Endpoints.Select(Anonymous).ToHashSet(StringComparer.Ordinal);

        var recorded = shapes.RootElement.EnumerateObject().Select(operation => operation.Name).Where(name => served.Contains(Anonymous(name[..name.LastIndexOf(' ')])));

        Assert.Empty(recorded.Except(Operations.Select(row => row.Data.Item1)));
    }

    private static string Anonymous(string operation)
        => string.Join('/', operation.Replace("nl-ams", "{id}", StringComparison.Ordinal).Split('/').Select(step => step.StartsWith('{') ? "{}" : step));

    private static async Task<JsonElement> AskAsync(SimulatorHost simulator, string operation, string path)
    {
        const string Order = """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword","private_ip":true,"tags":["blue"]}""";
        const string Key = """{"label":"k","ssh_key":"ssh-ed25519 QUJDRA== me"}""";
        const string Vpc = """{"label":"net","region":"us-ord","subnets":[{"label":"a","ipv4":"10.0.0.0/24"}]}""";
        const string Script = """{"label":"mine","images":["any/all"],"script":"#!/bin/bash"}""";
        var machine = await simulator.PostAsync("/v4/linode/instances", Order);
        var off = await simulator.PostAsync("/_control/machines", """{"vendor":"linode","token":"one","label":"off-box","status":"offline"}""");
        var disk = (await simulator.GetAsync($"/v4/linode/instances/{machine.TextAt("id")}/disks")).TextAt("data.0.id");
        var image = $$"""{"disk_id":{{disk}},"cloud_init":true}""";
        var ids = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["{id}"] = machine.TextAt("id"),
            ["{off}"] = off.TextAt("id"),
            ["{key}"] = (await simulator.PostAsync("/v4/profile/sshkeys", Key)).TextAt("id"),
            ["{vpc}"] = (await simulator.PostAsync("/v4/vpcs", Vpc)).TextAt("id"),
            ["{script}"] = (await simulator.PostAsync("/v4/linode/stackscripts", Script)).TextAt("id"),
            ["{image}"] = Uri.EscapeDataString((await simulator.PostAsync("/v4/images", image)).TextAt("id")!),
        };
        simulator.Pass(5);
        ids["{event}"] = (await simulator.GetAsync("/v4/account/events")).TextAt("data.0.id");
        path = ids.Aggregate(path, (current, id) => current.Replace(id.Key, id.Value, StringComparison.Ordinal));
        var body = path switch
        {
            _ when path.EndsWith("?bad", StringComparison.Ordinal) => """{"label":"b!d","ipv4":1}""",
            _ when path.Contains("sshkeys", StringComparison.Ordinal) => Key,
            _ when path.Contains("vpcs", StringComparison.Ordinal) => Vpc,
            _ when path.Contains("stackscripts", StringComparison.Ordinal) => Script,
            _ when path.Contains("tags", StringComparison.Ordinal) => """{"label":"green"}""",
            _ when path.Contains("images", StringComparison.Ordinal) => image,
            _ => Order,
        };
        var reply = await simulator.AskAsync(operation.Split(' ')[0], path, body);
        Assert.Equal(operation[(operation.LastIndexOf(' ') + 1)..], ((int)reply.Status).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return reply.Body;
    }

    private static IEnumerable<string> Problems(JsonElement answer, JsonProperty field)
    {
        var always = field.Value.TryGetProperty("always", out var flag) && flag.GetBoolean();
        var types = field.Value.GetProperty("types").EnumerateObject().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var last = field.Name.LastIndexOf('.');
        var name = field.Name[(last + 1)..];
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (var parent in Descend(answer, last < 0 ? [] : field.Name[..last].Split('.')))
        {
            if (!parent.TryGetProperty(name, out var value))
            {
                if (always)
                {
                    yield return field.Name + " is missing";
                }
            }
            else if (value.ValueKind != JsonValueKind.Null && !types.SetEquals(["null"]) && !types.Contains(TypeOf(value)) && !(types.Contains("number") && value.ValueKind == JsonValueKind.Number))
            {
                yield return $"{field.Name} is {TypeOf(value)}, recorded was {string.Join('|', types)}";
            }
        }
    }

    private static IEnumerable<JsonElement> Descend(JsonElement start, string[] steps)
    {
        IEnumerable<JsonElement> here = [start];
        foreach (var step in steps)
        {
            here = here.SelectMany(element => Step(element, step)).ToList();
        }

        return here.Where(element => element.ValueKind == JsonValueKind.Object);
    }

    private static IEnumerable<JsonElement> Step(JsonElement element, string step)
    {
        var isArray = step.EndsWith("[]", StringComparison.Ordinal);
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(isArray ? step[..^2] : step, out var value))
        {
            return [];
        }

        return !isArray ? [value] : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => value.GetRawText().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}

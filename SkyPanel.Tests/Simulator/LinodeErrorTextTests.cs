using System.Text.Json;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Simulator;

/// <summary>What the vendor was recorded to refuse is refused here in the same words.</summary>
public sealed class LinodeErrorTextTests
{
    /// <summary>The scenario, and which of its refusals (by request) it is.</summary>
    public static TheoryData<string, string> Refusals => new()
    {
        { "ExampleGetImage_missing", "GET /images/not-found" },
        { "ExampleGetType_missing", "GET /linode/types/missing-type" },
        { "TestType_GetMissing", "GET /linode/types/does-not-exist" },
        { "ExampleListImages_badfilter", "GET /images" },
        { "TestInstance_CreateWithEmptyIPAddress", "POST /linode/instances" },
        { "TestInstance_TestExpectedErrorIfFieldsAuthorizedUsersAuthorizedKeysRootPassAreNotSet", "POST /linode/instances" },
        { "TestVPC_Subnet_Create_Invalid_data", "POST /vpcs/{id}/subnets" },
        { "TestVPC_Update_Invalid", "PUT /vpcs/{id}" },
        { "TestVPC_WithRDMATypeAndIPv6_Fail", "POST /vpcs" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_Recorded_IsWordForWordTheSame(string scenario, string request)
    {
        using var file = await ContractData.JsonAsync("linode/errors.json", TestContext.Current.CancellationToken);
        var recorded = file.RootElement.EnumerateArray().Single(entry => entry.GetProperty("scenario").GetString() == scenario);
        await using var simulator = await SimulatorHost.StartAsync();
        var vpc = (await simulator.PostAsync("/v4/vpcs", """{"label":"net","region":"us-ord"}""")).TextAt("id");
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1].Replace("{id}", vpc, StringComparison.Ordinal));

        // A laboratory's region stands in one recording.
        var body = recorded.GetProperty("request_body").ToString().Replace("pl-labkrk-2", "us-ord", StringComparison.Ordinal);
        var filter = recorded.GetProperty("request_headers").TryGetProperty("x-filter", out var header) ? header.GetString() : null;
        var ours = await simulator.AskAsync(method, "/v4" + path, body, filter: filter);

        Assert.Equal(recorded.GetProperty("status").GetInt32(), (int)ours.Status);
        Assert.Equal(Sorted(recorded.GetProperty("response_body")), Sorted(ours.Body));
    }

    [Fact]
    public async Task Refusal_ForTooMuch_IsAsRecorded()
    {
        using var file = await ContractData.JsonAsync("linode/errors.json", TestContext.Current.CancellationToken);
        var recorded = file.RootElement.EnumerateArray().First(entry => entry.GetProperty("status").GetInt32() == 429);
        await using var simulator = await SimulatorHost.StartAsync();
        await simulator.PutAsync("/_control/limits", """{"limit":0}""");

        Assert.Equal(Sorted(recorded.GetProperty("response_body")), Sorted((await simulator.GetAsync("/v4/regions")).Body));
    }

    /// <summary>Their order is not promised.</summary>
    private static IEnumerable<string> Sorted(JsonElement body) => body.GetProperty("errors").EnumerateArray()
        .Select(error => (error.TryGetProperty("field", out var field) ? field.GetString() : null) + ": " + error.GetProperty("reason").GetString())
        .Order(StringComparer.Ordinal);
}

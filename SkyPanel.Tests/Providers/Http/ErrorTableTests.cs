using System.Diagnostics;
using System.Net;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Http;

/// <summary>One line an answer that vendors give: what it means, whether waiting helps, whether something may have been done.</summary>
public sealed class ErrorTableTests
{
    private const string Lin = "linode";
    private const string Dig = "digitalocean";

    public static TheoryData<string, int, string, ProviderErrorCode, string?, bool, ProviderOutcome> Creates => new()
    {
        { Lin, 400, L("Linode busy."), ProviderErrorCode.ResourceBusy, null, true, ProviderOutcome.None },
        { Lin, 400, L("Label must be unique among your linodes", "label"), ProviderErrorCode.DuplicateResource, "name", false, ProviderOutcome.Unknown },
        { Lin, 400, L("Account Limit reached. Please open a support ticket."), ProviderErrorCode.QuotaExceeded, null, false, ProviderOutcome.None },
        { Lin, 400, L("Password does not meet strength requirement", "root_pass"), ProviderErrorCode.PasswordTooWeak, "password", false, ProviderOutcome.None },
        { Lin, 400, L("Must provide valid root_pass, authorized_keys, or authorized_users"), ProviderErrorCode.Validation, "keys", false, ProviderOutcome.None },
        { Lin, 400, L("type is not valid", "type"), ProviderErrorCode.Validation, "plan", false, ProviderOutcome.None },
        { Lin, 400, L("region is not valid", "region"), ProviderErrorCode.Validation, "region", false, ProviderOutcome.None },
        { Lin, 400, L("image is not valid", "image"), ProviderErrorCode.Validation, "image", false, ProviderOutcome.None },
        { Lin, 400, L("Invalid key", "authorized_keys[0]"), ProviderErrorCode.Validation, "keys", false, ProviderOutcome.None },
        { Lin, 400, L("Something new"), ProviderErrorCode.Validation, null, false, ProviderOutcome.None },
        { Lin, 400, "<html>400</html>", ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Lin, 401, L("Invalid Token"), ProviderErrorCode.InvalidCredentials, null, false, ProviderOutcome.None },
        { Lin, 401, L("Your OAuth token is not authorized to use this endpoint."), ProviderErrorCode.InsufficientScope, null, false, ProviderOutcome.None },
        { Lin, 403, L("Unauthorized"), ProviderErrorCode.InsufficientScope, null, false, ProviderOutcome.None },
        { Lin, 408, L("Please try again"), ProviderErrorCode.Timeout, null, true, ProviderOutcome.Unknown },
        { Lin, 429, L("Too many requests"), ProviderErrorCode.RateLimited, null, true, ProviderOutcome.None },
        { Lin, 500, L("Linode busy."), ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Lin, 502, "<html>bad gateway</html>", ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Lin, 504, "", ProviderErrorCode.Timeout, null, true, ProviderOutcome.Unknown },
        { Lin, 302, "", ProviderErrorCode.ApiError, null, false, ProviderOutcome.Unknown },
        { Lin, 200, "<html>hello</html>", ProviderErrorCode.ApiError, null, false, ProviderOutcome.Unknown },
        { Lin, 200, "{}", ProviderErrorCode.ApiError, null, false, ProviderOutcome.Unknown },
        { Lin, 200, "{\"id\":", ProviderErrorCode.ApiError, null, false, ProviderOutcome.Unknown },
        { Dig, 422, D("Droplet already has a pending event."), ProviderErrorCode.ResourceBusy, null, true, ProviderOutcome.None },
        { Dig, 422, D("creating this/these droplet(s) will exceed your droplet limit"), ProviderErrorCode.QuotaExceeded, null, false, ProviderOutcome.None },
        { Dig, 422, D("You specified an invalid size for Droplet creation."), ProviderErrorCode.Validation, "plan", false, ProviderOutcome.None },
        { Dig, 422, D("You specified an invalid image for Droplet creation."), ProviderErrorCode.Validation, "image", false, ProviderOutcome.None },
        { Dig, 422, D("Region is not available"), ProviderErrorCode.InsufficientResources, "region", false, ProviderOutcome.None },
        {
            Dig, 422, D("The size you selected is temporarily unavailable because of High CPU server capacity"),
            ProviderErrorCode.InsufficientResources, "plan", false, ProviderOutcome.None
        },
        { Dig, 422, D("Name Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)"), ProviderErrorCode.Validation, "name", false, ProviderOutcome.None },
        { Dig, 401, D("Unable to authenticate you"), ProviderErrorCode.InvalidCredentials, null, false, ProviderOutcome.None },
        { Dig, 403, D("You are missing the required permission tag:create."), ProviderErrorCode.InsufficientScope, null, false, ProviderOutcome.None },
        { Dig, 403, "<html>Forbidden</html>", ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Dig, 404, "<html>Not Found</html>", ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Dig, 400, """{"id":"Unauthorized","message":"no"}""", ProviderErrorCode.InvalidCredentials, null, false, ProviderOutcome.None },
        { Dig, 422, """{"id":"FORBIDDEN","message":"no"}""", ProviderErrorCode.InsufficientScope, null, false, ProviderOutcome.None },
        { Dig, 503, "", ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Dig, 409, D("conflict"), ProviderErrorCode.Conflict, null, false, ProviderOutcome.None },
        { Dig, 423, D("locked"), ProviderErrorCode.Protected, null, false, ProviderOutcome.None },
        { Dig, 402, D("pay first"), ProviderErrorCode.InsufficientBalance, null, false, ProviderOutcome.None },
        { Dig, 429, D("API rate limit exceeded."), ProviderErrorCode.RateLimited, null, true, ProviderOutcome.None },
        { Dig, 500, D("Unexpected server-side error"), ProviderErrorCode.Unavailable, null, true, ProviderOutcome.Unknown },
        { Dig, 202, "{}", ProviderErrorCode.ApiError, null, false, ProviderOutcome.Unknown },
    };

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task Create_Answer_MeansWhatTheTableSays(
        string type, int status, string body, ProviderErrorCode code, string? field, bool retryable, ProviderOutcome outcome)
    {
        var media = body.StartsWith('<') ? "text/html" : "application/json";
        using var wire = new WireStub(x => x.IsPost ? WireStub.Answer((HttpStatusCode)status, body, media) : WireStub.Json("""{"id":"x"}"""));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(new ProviderType(type)).CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation));

        Assert.Equal((code, field, retryable, outcome), (thrown.Error.Code, thrown.Error.Field, thrown.Error.Retryable, thrown.Error.Outcome));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    [InlineData(200)]
    public async Task Get_AnyFailure_HasDoneNothing(int status)
    {
        using var wire = WireStub.Always((HttpStatusCode)status, "<html>", "text/html");
        await using var bench = new ProviderBench(wire, x => x.MaxRetries = 0);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderOutcome.None, true), (thrown.Error.Outcome, thrown.Error.Retryable));
    }

    [Fact]
    public async Task Boot_RefusedWithoutAKnownWord_IsTheMachinesState()
    {
        using var wire = WireStub.Always(HttpStatusCode.BadRequest, L("Linode is not ready for this"));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).BootAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.InvalidAction, ProviderErrorTable.Of(ProviderErrorCode.InvalidAction).Text), (thrown.Error.Code, thrown.Error.Text));
    }

    [Fact]
    public async Task Boot_MachineGone_IsInstanceNotFound()
    {
        using var wire = WireStub.Always(HttpStatusCode.NotFound, L("Not found"));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).BootAsync("7", ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.InstanceNotFound, thrown.Error.Code);
    }

    [Fact]
    public async Task Error_SeveralReasons_KeepsAllForAdmins()
    {
        using var wire = WireStub.Always(
            HttpStatusCode.BadRequest, """{"errors":[{"reason":"region is not valid","field":"region"},{"reason":"too big","field":"type"}]}""");
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).ListRegionsAsync(ProviderBench.Cancellation));

        Assert.Contains("HTTP 400", thrown.Error.AdminText, StringComparison.Ordinal);
        Assert.Contains("region: region is not valid; type: too big", thrown.Error.AdminText, StringComparison.Ordinal);
        Assert.Equal("region", thrown.Error.Field);
    }

    [Theory]
    [InlineData("""{"id":"not_found","message":"no","request_id":"from-body"}""", "from-body")]
    [InlineData("""{"id":"not_found","message":"no"}""", "from-header")]
    public async Task Error_RequestId_IsKept(string body, string expected)
    {
        using var wire = WireStub.Always(HttpStatusCode.Conflict, body, headers: ("x-request-id", "from-header"));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).BootAsync("7", ProviderBench.Cancellation));

        Assert.Equal(expected, thrown.Error.ProviderRequestId);
    }

    [Fact]
    public async Task Get_NotFoundPageOfAProxy_IsNoProofThatTheMachineIsGone()
    {
        using var wire = WireStub.Always(HttpStatusCode.NotFound, "<html>", "text/html");
        await using var bench = new ProviderBench(wire);

        var error = await ProviderBench.TryAsync(() => bench.For(ProviderBench.Linode).GetInstanceAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Unavailable, 4), (error!.Code, wire.Sent.Count));
    }

    [Fact]
    public async Task Error_NoCapacity_TellsWhereThereIsSome()
    {
        using var wire = new WireStub(x => x.IsPost
            ? WireStub.Json(
                """{"id":"unprocessable_entity","message":"The size you selected is temporarily unavailable","error_attributes":{"available_regions":["nyc3","sfo2"]}}""",
                HttpStatusCode.UnprocessableEntity)
            : WireStub.Json("{}"));
        await using var bench = new ProviderBench(wire);

        var error = await ProviderBench.TryAsync(() => bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.InsufficientResources, error!.Code);
        Assert.Equal(["nyc3", "sfo2"], error.AvailableRegionIds);
    }

    [Fact]
    public async Task Error_CorrelationId_IsTheTracesOrItsOwn()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.Conflict));
        var provider = bench.For(ProviderBench.Linode);

        var alone = await ProviderBench.TryAsync(() => provider.BootAsync("7", ProviderBench.Cancellation));
        using var activity = new Activity("a person's click").Start();
        var traced = await ProviderBench.TryAsync(() => provider.BootAsync("7", ProviderBench.Cancellation));

        Assert.Matches("^[0-9a-f]{32}$", alone!.CorrelationId);
        Assert.Equal(activity.TraceId.ToHexString(), traced!.CorrelationId);
    }

    [Fact]
    public void Texts_EveryCode_NamesNoVendorAndSaysWhatToDo()
    {
        foreach (var code in Enum.GetValues<ProviderErrorCode>())
        {
            var text = ProviderErrorTable.Of(code).Text;
            Assert.DoesNotContain("linode", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ocean", text, StringComparison.OrdinalIgnoreCase);
            Assert.Matches("[Cc]hoose|[Cc]ontact|[Tt]ry|[Ww]ait|[Rr]eload", text);
        }
    }

    private static string L(string reason, string? field = null)
        => field is null ? $$"""{"errors":[{"reason":"{{reason}}"}]}""" : $$"""{"errors":[{"reason":"{{reason}}","field":"{{field}}"}]}""";

    private static string D(string message) => $$"""{"id":"some_id","message":"{{message}}"}""";
}

using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class LinodeScopeTests : IAsyncLifetime
{
    private const string NotAuthorized = "Your OAuth token is not authorized to use this endpoint.";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("GET", "/v4/linode/instances", "linodes:read_only")]
    [InlineData("POST", "/v4/linode/instances", "linodes:read_write")]
    [InlineData("GET", "/v4/account/events", "events:read_only")]
    [InlineData("POST", "/v4/profile/sshkeys", "account:read_write")]
    [InlineData("GET", "/v4/linode/stackscripts", "stackscripts:read_only")]
    [InlineData("GET", "/v4/images", "images:read_only")]
    [InlineData("GET", "/v4/regions", "*")]
    [InlineData("GET", "/v4/profile", "*")]
    public async Task Headers_TellWhatIsAcceptedAndWhatTheTokenHas(string method, string path, string accepted)
    {
        var reply = await _simulator.AskAsync(method, path);

        Assert.Equal(accepted, reply.Message.Headers.GetValues("X-Accepted-OAuth-Scopes").Single());
        Assert.Equal("*", reply.Message.Headers.GetValues("X-OAuth-Scopes").Single());
    }

    [Fact]
    public async Task Token_WithSomeScopes_GetsThatFarAndNoFurther()
    {
        await GrantAsync("""["linodes:read_write","events:read_only"]""");

        var allowed = await _simulator.GetAsync("/v4/linode/instances");
        var events = await _simulator.GetAsync("/v4/account/events");
        var refused = await _simulator.GetAsync("/v4/account");
        var images = await _simulator.GetAsync("/v4/images");
        var open = await _simulator.GetAsync("/v4/regions");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (allowed.Status, events.Status, open.Status));
        Assert.Equal((HttpStatusCode.Unauthorized, NotAuthorized), (refused.Status, refused.TextAt("errors.0.reason")));
        Assert.Equal(HttpStatusCode.Unauthorized, images.Status);
        Assert.Equal("linodes:read_write events:read_only", refused.Message.Headers.GetValues("X-OAuth-Scopes").Single());
    }

    [Fact]
    public async Task Scope_LostMidway_RefusesFromThenOn()
    {
        Assert.Equal(HttpStatusCode.OK, (await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","label":"early"}""")).Status);
        await GrantAsync("""["linodes:read_only"]""");

        var refused = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","label":"late"}""");

        Assert.Equal((HttpStatusCode.Unauthorized, NotAuthorized), (refused.Status, refused.TextAt("errors.0.reason")));
        Assert.Equal(1, (await _simulator.GetAsync("/v4/linode/instances")).At("results").GetInt32());
    }

    [Fact]
    public async Task Token_Revoked_IsUnknownAndGivenBackWorksAgain()
    {
        await _simulator.PutAsync("/_control/tokens", """{"vendor":"linode","token":"one","valid":false}""");
        Assert.Equal("Invalid Token", (await _simulator.GetAsync("/v4/profile")).TextAt("errors.0.reason"));

        await _simulator.DeleteAsync("/_control/tokens/linode/one");

        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v4/profile")).Status);
    }

    [Fact]
    public async Task User_Restricted_ReadsAndIsRefusedWriting()
    {
        await _simulator.PutAsync("/_control/tokens", """{"vendor":"linode","token":"one","restricted":true}""");

        Assert.True((await _simulator.GetAsync("/v4/profile")).At("restricted").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await _simulator.PostAsync("/v4/linode/instances", "{}")).Status);
    }

    [Fact]
    public async Task Change_WithoutVendorOrToken_IsRefused()
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PutAsync("/_control/tokens", """{"scopes":["*"]}""")).Status);

    private Task<Reply> GrantAsync(string scopes) => _simulator.PutAsync("/_control/tokens", $$"""{"vendor":"linode","token":"one","scopes":{{scopes}}}""");
}

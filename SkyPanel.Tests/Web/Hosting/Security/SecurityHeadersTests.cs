using System.Net;
using SkyPanel.Tests.Web.Support;

namespace SkyPanel.Tests.Web.Hosting.Security;

/// <summary>Over real sockets: the test server would not show what Kestrel adds.</summary>
public sealed class SecurityHeadersTests : IAsyncLifetime
{
    private readonly PanelFactory _panel = new();
    private HttpClient _http = default!;

    public ValueTask InitializeAsync()
    {
        _panel.UseKestrel(0);
        _panel.StartServer();
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _panel.ClientOptions.BaseAddress };
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _panel.DisposeAsync();
    }

    [Theory]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/instances", HttpStatusCode.Redirect)]
    [InlineData("/css/tokens.css", HttpStatusCode.OK)]
    [InlineData("/nothing-here", HttpStatusCode.NotFound)]
    public async Task Answer_OfEveryKind_TellsTheBrowserWhatToRefuse(string path, HttpStatusCode status)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Single(response.Headers.GetValues("Referrer-Policy"));
        Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Pages_Always_NameNoOtherHost()
    {
        foreach (var path in new[] { "/account/sign-in", "/css/tokens.css", "/css/app.css", "/js/panel.js", "/_content/MudBlazor/MudBlazor.min.css" })
        {
            var text = await _http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//|url\\([\"']?(?:https?:)?//|@import", text);
        }
    }

    [Theory]
    [InlineData("http://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Circuit_ForeignOrigin_IsRefusedBeforeAnythingElse(string origin, HttpStatusCode expected)
    {
        Assert.Equal(expected, await HandshakeAsync("/_blazor", origin));
        Assert.Equal(expected, await HandshakeAsync("/_blazor/negotiate?negotiateVersion=1", origin));
    }

    [Fact]
    public async Task Circuit_OwnOriginWithoutSession_IsNotOpened()
    {
        var status = await HandshakeAsync("/_blazor/negotiate?negotiateVersion=1", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));

        Assert.NotEqual(HttpStatusCode.OK, status);
        Assert.NotEqual(HttpStatusCode.Forbidden, status);
    }

    private async Task<HttpStatusCode> HandshakeAsync(string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", origin);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

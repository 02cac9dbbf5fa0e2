using Microsoft.AspNetCore.Http;
using SkyPanel.Web.Hosting.Security;

namespace SkyPanel.Tests.Web.Hosting.Security;

public sealed class OriginGuardTests
{
    [Theory]
    [InlineData("https://panel.example.com", true)]
    [InlineData("HTTPS://PANEL.EXAMPLE.COM", true)]
    [InlineData("http://panel.example.com", false)]
    [InlineData("https://panel.example.com.evil.example", false)]
    [InlineData("https://panel.example.com:8443", false)]
    [InlineData("http://internal:5000", false)]
    [InlineData("null", false)]
    public void IsOurs_WithPublicAddress_TakesThatAndNotTheHostHeader(string origin, bool expected) =>
        Assert.Equal(expected, OriginGuard.IsOurs(Request(origin), new Uri("https://panel.example.com/")));

    [Theory]
    [InlineData("http://internal:5000", true)]
    [InlineData("https://internal:5000", false)]
    public void IsOurs_WithoutPublicAddress_TakesTheAddressAskedFor(string origin, bool expected) =>
        Assert.Equal(expected, OriginGuard.IsOurs(Request(origin), null));

    [Fact]
    public void IsOurs_NoOrigin_IsNoBrowser() => Assert.True(OriginGuard.IsOurs(Request(null), null));

    private static HttpRequest Request(string? origin)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "http";
        request.Host = new HostString("internal", 5000);
        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        return request;
    }
}

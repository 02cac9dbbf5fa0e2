using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SkyPanel.Web.Hosting.Security;

namespace SkyPanel.Tests.Web.Hosting.Security;

public sealed class CookieTests
{
    [Theory]
    [InlineData("Production", "true", "__Host-name", CookieSecurePolicy.Always)]
    [InlineData("Bench", "false", "__Host-name", CookieSecurePolicy.Always)]
    [InlineData("Bench", "true", "name", CookieSecurePolicy.SameAsRequest)]
    [InlineData("Development", "false", "name", CookieSecurePolicy.SameAsRequest)]
    public void Harden_ByEnvironment_BindsTheCookieToTheHostOverTls(string environment, string insecure, string name, CookieSecurePolicy policy)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Panel:InsecureCookies"] = insecure;
        var cookie = new CookieBuilder();

        SecurityHosting.Harden(cookie, "name", builder);

        Assert.Equal(name, cookie.Name);
        Assert.Equal(policy, cookie.SecurePolicy);
        Assert.Equal("/", cookie.Path);
        Assert.Null(cookie.Domain);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
    }
}

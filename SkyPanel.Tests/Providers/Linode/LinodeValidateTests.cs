using System.Net;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeValidateTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("linodes:read_write images:read_only")]
    [InlineData("images:read_only,linodes:*")]
    [InlineData(null)]
    public async Task Validate_ScopesSuffice_NamesTheAccount(string? scopes)
    {
        using var wire = Wire(scopes);
        await using var bench = new ProviderBench(wire);

        var account = await bench.For(ProviderBench.Linode).ValidateCredentialsAsync(ProviderBench.Cancellation);

        Assert.Equal(("ops@example.com", null), (account.Name, account.Warning));
        Assert.All(wire.Sent, x => Assert.Equal("GET", x.Method));
    }

    [Fact]
    public async Task Validate_OnlyReads_IsInsufficientScope()
    {
        using var wire = Wire("linodes:read_only account:read_write");
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).ValidateCredentialsAsync(ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.InsufficientScope, thrown.Error.Code);
    }

    [Fact]
    public async Task Validate_WrongToken_IsInvalidCredentials()
    {
        using var wire = WireStub.Always(HttpStatusCode.Unauthorized, """{"errors":[{"reason":"Invalid Token"}]}""");
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).ValidateCredentialsAsync(ProviderBench.Cancellation));

        Assert.Equal(ProviderErrorCode.InvalidCredentials, thrown.Error.Code);
    }

    private static WireStub Wire(string? scopes) => new(x => x.PathAndQuery.EndsWith("/profile", StringComparison.Ordinal)
        ? WireStub.Answer(
            HttpStatusCode.OK, """{"username":"ops","email":"ops@example.com","restricted":false}""", "application/json", scopes is null ? [] : [("X-OAuth-Scopes", scopes)])
        : WireStub.Json("""{"data":[],"page":1,"pages":1,"results":0}"""));
}

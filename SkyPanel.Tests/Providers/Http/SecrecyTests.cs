using System.Net;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;
using SkyPanel.Providers.Linode;

namespace SkyPanel.Tests.Providers.Http;

public sealed class SecrecyTests
{
    [Theory]
    [InlineData("linode", HttpStatusCode.Unauthorized)]
    [InlineData("linode", HttpStatusCode.InternalServerError)]
    [InlineData("digitalocean", HttpStatusCode.UnprocessableEntity)]
    public async Task Failure_VendorQuotesTheToken_NothingShowsIt(string type, HttpStatusCode status)
    {
        using var wire = WireStub.Always(
            status, $$"""{"id":"x","message":"bad {{ProviderBench.Token}}","errors":[{"reason":"bad {{ProviderBench.Token}}"}]}""");
        await using var bench = new ProviderBench(wire, x => x.MaxRetries = 1);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(new ProviderType(type)).ListRegionsAsync(ProviderBench.Cancellation));

        Assert.DoesNotContain(ProviderBench.Token, thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ProviderBench.Token, thrown.Error.ToString(), StringComparison.Ordinal);
        Assert.Null(thrown.InnerException);
        Assert.All(bench.Log.Lines, x => Assert.DoesNotContain(ProviderBench.Token, x, StringComparison.Ordinal));
        Assert.All(wire.Sent, x => Assert.Equal($"Bearer {ProviderBench.Token}", x.Headers["Authorization"]));
    }

    [Fact]
    public async Task Failure_OfACreate_ShowsNoPassword()
    {
        using var wire = new WireStub(x => x.IsPost ? throw new HttpRequestException($"could not send {x.Body}") : WireStub.Json("""{"id":"x"}"""));
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(ProviderBench.Spec, ProviderBench.Cancellation));

        Assert.DoesNotContain(ProviderBench.Spec.RootPassword!, thrown.ToString() + thrown.Error, StringComparison.Ordinal);
        Assert.All(bench.Log.Lines, x => Assert.DoesNotContain(ProviderBench.Spec.RootPassword!, x, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", ProviderErrorCode.MissingCredentials)]
    [InlineData("two words", ProviderErrorCode.InvalidCredentials)]
    [InlineData("line\r\nX-Other: 1", ProviderErrorCode.InvalidCredentials)]
    [InlineData("tökén", ProviderErrorCode.InvalidCredentials)]
    public async Task Call_TokenThatCannotBeOne_IsRefusedUnsentAndUnquoted(string token, ProviderErrorCode expected)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK);
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode, token: token).ValidateCredentialsAsync(ProviderBench.Cancellation));

        Assert.Equal(expected, thrown.Error.Code);
        Assert.Empty(wire.Sent);
        Assert.True(token.Length == 0 || !thrown.ToString().Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public void ToString_RequestsWithSecrets_LeaveThemOut()
    {
        var linode = new LinodeCreateRequest("t", "r", "l", "i", true, [], null, "hidden", null).ToString();
        var droplet = new DropletCreateRequest("n", "r", "s", "i", [], [], DropletUserData.RootPassword("hidden")).ToString();

        Assert.DoesNotContain("hidden", linode + droplet, StringComparison.Ordinal);
    }
}

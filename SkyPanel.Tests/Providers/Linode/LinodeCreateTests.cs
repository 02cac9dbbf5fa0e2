using System.Net;
using System.Text;
using System.Text.Json;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeCreateTests
{
    private const string CloudImage = """{"id":"linode/debian12","capabilities":["cloud-init"]}""";
    private const string PlainImage = """{"id":"linode/slackware15.0","capabilities":[]}""";
    private const string Region = """{"id":"eu-central","capabilities":["Linodes","Metadata"]}""";
    private const string PlainRegion = """{"id":"eu-central","capabilities":["Linodes"]}""";

    private static readonly ProviderInstanceSpec Spec = new(
        ProviderBench.Mark, "web-1.example.com", "g6-nanode-1", "eu-central", "linode/debian12", ["ssh-ed25519 AAAA me"], null);

    [Fact]
    public async Task Create_WithKeys_SendsMarkAsLabelAndTagAndNoPassword()
    {
        using var wire = Wire(CloudImage, Region);
        await using var bench = new ProviderBench(wire);

        var made = await bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        var body = Posted(wire);
        Assert.Equal(ProviderBench.Mark, body.GetProperty("label").GetString());
        Assert.Equal(ProviderBench.Mark, body.GetProperty("tags")[0].GetString());
        Assert.Equal("g6-nanode-1", body.GetProperty("type").GetString());
        Assert.Equal("eu-central", body.GetProperty("region").GetString());
        Assert.Equal("linode/debian12", body.GetProperty("image").GetString());
        Assert.Equal("ssh-ed25519 AAAA me", body.GetProperty("authorized_keys")[0].GetString());
        Assert.True(body.GetProperty("booted").GetBoolean());
        Assert.False(body.TryGetProperty("root_pass", out _));
        Assert.Equal(("82372997", ProviderBench.Mark, InstanceStatus.Provisioning), (made.Id, made.Mark, made.Status));
        Assert.Equal(["192.0.2.7", "2001:db8::1"], made.Addresses, StringComparer.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), made.CreatedAt);
    }

    [Fact]
    public async Task Create_CloudInitPossible_SetsTheHostName()
    {
        using var wire = Wire(CloudImage, Region);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        var userData = Encoding.UTF8.GetString(Convert.FromBase64String(Posted(wire).GetProperty("metadata").GetProperty("user_data").GetString()!));
        Assert.Equal("#cloud-config\npreserve_hostname: false\nhostname: \"web-1\"\nfqdn: \"web-1.example.com\"\n", userData);
    }

    [Theory]
    [InlineData(PlainImage, Region)]
    [InlineData(CloudImage, PlainRegion)]
    public async Task Create_CloudInitNotPossible_SendsNoUserData(string image, string region)
    {
        using var wire = Wire(image, region);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        Assert.False(Posted(wire).TryGetProperty("metadata", out _));
    }

    [Fact]
    public async Task Create_WithPassword_SendsIt()
    {
        using var wire = Wire(CloudImage, Region);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec with { AuthorizedKeys = [], RootPassword = "pw \"1\"" }, ProviderBench.Cancellation);

        Assert.Equal("pw \"1\"", Posted(wire).GetProperty("root_pass").GetString());
        Assert.False(Posted(wire).TryGetProperty("authorized_keys", out _));
    }

    [Fact]
    public async Task Create_NeitherKeyNorPassword_IsRefusedUnsent()
    {
        using var wire = Wire(CloudImage, Region);
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec with { AuthorizedKeys = [] }, ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Validation, "keys"), (thrown.Error.Code, thrown.Error.Field));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Create_ImageId_IsEscapedInThePath()
    {
        using var wire = Wire(CloudImage, Region);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        Assert.Contains(wire.Sent, x => x.PathAndQuery is "/v4/images/linode%2Fdebian12");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, ProviderErrorCode.Validation, "image")]
    [InlineData(HttpStatusCode.InternalServerError, ProviderErrorCode.Unavailable, null)]
    public async Task Create_LookBeforehandFails_HasDoneNothing(HttpStatusCode status, ProviderErrorCode code, string? field)
    {
        using var wire = WireStub.Always(status);
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.Linode).CreateInstanceAsync(Spec, ProviderBench.Cancellation));

        Assert.Equal((code, field, ProviderOutcome.None), (thrown.Error.Code, thrown.Error.Field, thrown.Error.Outcome));
        Assert.DoesNotContain(wire.Sent, x => x.IsPost);
    }

    private static WireStub Wire(string image, string region) => new(x => WireStub.Json(x switch
    {
        { IsPost: true } => """
            {"id":82372997,"label":"sp-0123456789abcdef0123456789abcdef","status":"provisioning","created":"2026-01-02T03:04:05","type":"g6-nanode-1",
             "region":"eu-central","image":"linode/debian12","ipv4":["192.168.130.4","192.0.2.7"],"ipv6":"2001:db8::1/128","tags":[],"surprise":{"x":1}}
            """,
        _ when x.PathAndQuery.Contains("/images/", StringComparison.Ordinal) => image,
        _ => region,
    }));

    private static JsonElement Posted(WireStub wire) => JsonDocument.Parse(wire.Sent.Single(x => x.IsPost).Body).RootElement;
}

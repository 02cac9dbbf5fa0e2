using System.Net;
using System.Text.Json;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;

namespace SkyPanel.Tests.Providers.DigitalOcean;

public sealed class DigitalOceanCreateTests
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJD1sM5YdppqbO/XPAeERcC7NE87j+F56dqqH4CltV3Y someone@home";
    private const string Made = """
        {"droplet":{"id":3164444,"name":"web-1","status":"new","locked":true,"size_slug":"s-1vcpu-1gb","region":{"slug":"fra1"},"tags":[],
         "image":{"id":1,"slug":"debian-13-x64"},"created_at":"2026-07-21T18:37:44Z","networks":{"v4":[],"v6":[]}},"links":{}}
        """;

    private static readonly string Fingerprint = SshKeyRegistry.Fingerprint(Key);

    private static readonly ProviderInstanceSpec Spec = new(ProviderBench.Mark, "web-1", "s-1vcpu-1gb", "fra1", "debian-13-x64", [Key], null);

    [Fact]
    public async Task Create_KnownKey_IsUsedByFingerprint()
    {
        using var wire = Wire(() => HttpStatusCode.OK, HttpStatusCode.Created);
        await using var bench = new ProviderBench(wire);

        var made = await bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        var body = Droplet(wire);
        Assert.Equal(Fingerprint, body.GetProperty("ssh_keys")[0].GetString());
        Assert.Equal(ProviderBench.Mark, body.GetProperty("tags")[0].GetString());
        Assert.Equal("web-1", body.GetProperty("name").GetString());
        Assert.False(body.TryGetProperty("user_data", out _));
        Assert.DoesNotContain(wire.Sent, x => x is { IsPost: true, PathAndQuery: "/v2/account/keys" });
        Assert.Equal(("3164444", ProviderBench.Mark, InstanceStatus.Provisioning, true), (made.Id, made.Mark, made.Status, made.Busy));
    }

    [Fact]
    public async Task Create_NewKey_IsRegisteredFirst()
    {
        using var wire = Wire(() => HttpStatusCode.NotFound, HttpStatusCode.Created);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        Assert.Equal(
            [$"GET /v2/account/keys/{Fingerprint}", "POST /v2/account/keys", "POST /v2/droplets"], wire.Sent.Select(x => x.ToString()), StringComparer.Ordinal);
        Assert.Equal(Key, JsonDocument.Parse(wire.Sent[1].Body).RootElement.GetProperty("public_key").GetString());
    }

    [Theory]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Create_KeyAppearsMeanwhile_GoesOn(HttpStatusCode keyAnswer)
    {
        var looks = 0;
        using var wire = Wire(() => ++looks == 1 ? HttpStatusCode.NotFound : HttpStatusCode.OK, keyAnswer);
        await using var bench = new ProviderBench(wire);

        var made = await bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec, ProviderBench.Cancellation);

        Assert.Equal("3164444", made.Id);
    }

    [Fact]
    public async Task Create_KeyAnswerLostAndKeyNotThere_HasDoneNothing()
    {
        using var wire = Wire(() => HttpStatusCode.NotFound, HttpStatusCode.BadGateway);
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec, ProviderBench.Cancellation));

        Assert.Equal(ProviderOutcome.None, thrown.Error.Outcome);
        Assert.DoesNotContain(wire.Sent, x => x.PathAndQuery is "/v2/droplets");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ssh-rsa not-base64!")]
    [InlineData("")]
    public async Task Create_KeyThatIsNone_IsRefusedUnsent(string key)
    {
        using var wire = Wire(() => HttpStatusCode.OK, HttpStatusCode.OK);
        await using var bench = new ProviderBench(wire);

        var thrown = await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec with { AuthorizedKeys = [key] }, ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Validation, "keys"), (thrown.Error.Code, thrown.Error.Field));
        Assert.Empty(wire.Sent);
    }

    [Theory]
    [InlineData("Sunny-Day-42!")]
    [InlineData("a\"b\\c: #d {{x}} 'e' % & * !")]
    [InlineData("zwölf € 日本")]
    public async Task Create_WithPassword_SetsItByCloudConfig(string password)
    {
        using var wire = Wire(() => HttpStatusCode.OK, HttpStatusCode.OK);
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec with { AuthorizedKeys = [], RootPassword = password }, ProviderBench.Cancellation);

        var lines = Droplet(wire).GetProperty("user_data").GetString()!.Split('\n');
        Assert.Equal("#cloud-config", lines[0]);
        Assert.Contains("ssh_pwauth: true", lines, StringComparer.Ordinal);
        Assert.Contains("  expire: false", lines, StringComparer.Ordinal);
        var quoted = lines.Single(x => x.StartsWith("      password: ", StringComparison.Ordinal))["      password: ".Length..];
        Assert.Equal(password, JsonSerializer.Deserialize<string>(quoted));
        Assert.True(quoted.All(char.IsAscii));
    }

    [Fact]
    public async Task Create_NeitherKeyNorPassword_IsRefusedUnsent()
    {
        using var wire = Wire(() => HttpStatusCode.OK, HttpStatusCode.OK);
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(
            () => bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec with { AuthorizedKeys = [] }, ProviderBench.Cancellation));

        Assert.Empty(wire.Sent);
    }

    private static WireStub Wire(Func<HttpStatusCode> lookUp, HttpStatusCode register) => new(x => x switch
    {
        { IsPost: true, PathAndQuery: "/v2/account/keys" } => WireStub.Answer(
            register, """{"id":"unprocessable_entity","message":"SSH Key is already in use on your account"}"""),
        { IsPost: true } => WireStub.Json(Made, HttpStatusCode.Accepted),
        _ => WireStub.Answer(lookUp(), """{"ssh_key":{"id":1,"fingerprint":"aa:bb"}}"""),
    });

    private static JsonElement Droplet(WireStub wire)
        => JsonDocument.Parse(wire.Sent.Single(x => x is { IsPost: true, PathAndQuery: "/v2/droplets" }).Body).RootElement;
}

using System.Net;
using System.Text;
using System.Text.Json;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers;

/// <summary>What was chosen at creation arrives at the vendor in its words, or the create is refused before anything is sent.</summary>
public sealed class CreateOptionTests
{
    private const string Theirs = "#!/bin/sh\ntouch /done\n";

    [Fact]
    public async Task Linode_EveryOption_IsSent()
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);
        var spec = Spec((DeploymentOption.Backups, "on"), (DeploymentOption.PrivateIp, "on"), (DeploymentOption.Vpc, "240935")) with
        {
            Script = new ProviderScriptChoice("42", new Dictionary<string, string> { ["db_password"] = "s3cret" }),
        };

        await bench.For(ProviderBench.Linode).CreateInstanceAsync(spec, ProviderBench.Cancellation);

        var body = Posted(wire);
        Assert.True(body.GetProperty("backups_enabled").GetBoolean() && body.GetProperty("private_ip").GetBoolean());
        Assert.Equal("""[{"purpose":"public","primary":true},{"purpose":"vpc","subnet_id":240935}]""", body.GetProperty("interfaces").GetRawText());
        Assert.Equal((42, "s3cret"), (body.GetProperty("stackscript_id").GetInt32(), body.GetProperty("stackscript_data").GetProperty("db_password").GetString()));
        Assert.DoesNotContain("s3cret", $"{spec} {spec.Script}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task DigitalOcean_EveryOption_IsSent()
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);
        var spec = Spec((DeploymentOption.Backups, "weekly"), (DeploymentOption.Ipv6, "on"), (DeploymentOption.Monitoring, "on"), (DeploymentOption.Vpc, "uuid-1"));

        await bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(spec, ProviderBench.Cancellation);

        var body = Posted(wire);
        Assert.True(body.GetProperty("backups").GetBoolean() && body.GetProperty("ipv6").GetBoolean() && body.GetProperty("monitoring").GetBoolean());
        Assert.Equal("""{"plan":"weekly"}""", body.GetProperty("backup_policy").GetRawText());
        Assert.Equal("uuid-1", body.GetProperty("vpc_uuid").GetString());
    }

    [Theory]
    [InlineData("linode")]
    [InlineData("digitalocean")]
    public async Task NothingChosen_NothingIsSentBeyondTheUsual(string type)
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);

        await bench.For(new ProviderType(type)).CreateInstanceAsync(Spec(), ProviderBench.Cancellation);

        var sent = Posted(wire).EnumerateObject().Select(x => x.Name);
        Assert.Empty(sent.Intersect(["backups", "backups_enabled", "backup_policy", "private_ip", "ipv6", "monitoring", "vpc_uuid", "interfaces", "stackscript_id", "stackscript_data"]));
    }

    [Fact]
    public async Task UserData_BesideOurOwn_GoesAsTwoParts()
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);
        var spec = Spec((DeploymentOption.UserData, Theirs));

        await bench.For(ProviderBench.Linode).CreateInstanceAsync(spec, ProviderBench.Cancellation);

        var text = Encoding.UTF8.GetString(Convert.FromBase64String(Posted(wire).GetProperty("metadata").GetProperty("user_data").GetString()!));
        var parts = PartsOf(text);
        Assert.Equal(["text/cloud-config", "text/x-shellscript"], parts.Select(x => x.Type));
        Assert.Contains("hostname: \"web-1\"", parts[0].Body, StringComparison.Ordinal);
        Assert.Equal(Theirs, parts[1].Body);
    }

    [Fact]
    public async Task UserData_Alone_GoesAsItIs()
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);

        await bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(Spec((DeploymentOption.UserData, Theirs)), ProviderBench.Cancellation);

        Assert.Equal(Theirs, Posted(wire).GetProperty("user_data").GetString());
    }

    [Theory]
    [InlineData("linode", "ipv6", "on")]
    [InlineData("linode", "backups", "weekly")]
    [InlineData("linode", "vpc", "not-a-number")]
    [InlineData("digitalocean", "backups", "on")]
    [InlineData("digitalocean", "backups", "hourly")]
    [InlineData("digitalocean", "private-ip", "on")]
    [InlineData("digitalocean", "ipv6", "off")]
    [InlineData("digitalocean", "user-data", "")]
    public async Task Option_NotThisProviders_IsRefusedUnsentAndNamed(string type, string key, string value)
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);

        var error = await ProviderBench.TryAsync(() => bench.For(new ProviderType(type)).CreateInstanceAsync(Spec((key, value)), ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Validation, ProviderOutcome.None, key), (error!.Code, error.Outcome, error.Field));
        Assert.DoesNotContain(wire.Sent, x => x.IsPost);
    }

    [Fact]
    public async Task UserData_TooLongOrUnread_IsRefused()
    {
        using var wire = Wire(capabilities: "[]");
        await using var bench = new ProviderBench(wire);
        var provider = bench.For(ProviderBench.Linode);

        var unread = await ProviderBench.TryAsync(() => provider.CreateInstanceAsync(Spec((DeploymentOption.UserData, Theirs)), ProviderBench.Cancellation));
        var tooLong = await ProviderBench.TryAsync(() => provider.CreateInstanceAsync(Spec((DeploymentOption.UserData, new string('ä', 4097))), ProviderBench.Cancellation));

        Assert.Equal((DeploymentOption.UserData, DeploymentOption.UserData), (unread!.Field, tooLong!.Field));
        Assert.DoesNotContain(wire.Sent, x => x.IsPost);
    }

    [Fact]
    public async Task Script_WhereThereAreNone_IsRefused()
    {
        using var wire = Wire();
        await using var bench = new ProviderBench(wire);

        var error = await ProviderBench.TryAsync(() => bench.For(ProviderBench.DigitalOcean).CreateInstanceAsync(
            Spec() with { Script = new ProviderScriptChoice("1", new Dictionary<string, string>()) }, ProviderBench.Cancellation));

        Assert.Equal("script", error!.Field);
    }

    private static ProviderInstanceSpec Spec(params (string Key, string Value)[] options) => ProviderBench.Spec with
    {
        AuthorizedKeys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJD1sM5YdppqbO/XPAeERcC7NE87j+F56dqqH4CltV3Y someone"],
        RootPassword = null,
        Options = options.ToDictionary(x => x.Key, x => x.Value),
    };

    private static WireStub Wire(string capabilities = """["cloud-init","Metadata"]""") => new(x => x switch
    {
        { IsPost: true } => WireStub.Json("""{"id":7,"droplet":{"id":7,"status":"new"}}""", HttpStatusCode.Accepted),
        _ when x.PathAndQuery.Contains("/account/keys/", StringComparison.Ordinal) => WireStub.Json("""{"ssh_key":{"fingerprint":"aa"}}"""),
        _ => WireStub.Json($$"""{"id":"x","capabilities":{{capabilities}}}"""),
    });

    private static JsonElement Posted(WireStub wire) => JsonDocument.Parse(wire.Sent.Single(x => x.IsPost).Body).RootElement;

    private static List<(string Type, string Body)> PartsOf(string mime)
    {
        var boundary = "--" + mime.Split("boundary=\"")[1].Split('"')[0];
        return [.. mime.Split(boundary)[1..^1].Select(x => x.Split("\n\n", 2)).Select(x => (
            x[0].Split("Content-Type: ")[1].Split(';')[0],
            Encoding.UTF8.GetString(Convert.FromBase64String(x[1].ReplaceLineEndings("")))))];
    }
}

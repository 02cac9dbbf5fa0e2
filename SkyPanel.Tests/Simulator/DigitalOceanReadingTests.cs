using System.Net;
using System.Text.Json;

namespace SkyPanel.Tests.Simulator;

public sealed class DigitalOceanReadingTests : IAsyncLifetime
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMun3vxxxCXJSKtMUgvrSuerQziQhn7dyQELEqJbBkxk me@home";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("invalid-1")]
    public async Task Anything_WithoutAGoodToken_Is401AsRecorded(string token)
    {
        var refused = await _simulator.GetAsync("/v2/account", token);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("""{"id":"Unauthorized","message":"Unable to authenticate you"}""", refused.Text);
        Assert.False(refused.Message.Headers.Contains("ratelimit-limit"));
    }

    [Fact]
    public async Task Write_WithReadOnlyToken_Is403AndReadsWork()
    {
        Assert.Equal(HttpStatusCode.OK, (await _simulator.GetAsync("/v2/droplets", "readonly-1")).Status);

        var refused = await _simulator.PostAsync("/v2/droplets", "{}", "readonly-1");

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal(("Forbidden", "You are missing the required permission droplet:create."), (refused.TextAt("id"), refused.TextAt("message")));
    }

    [Fact]
    public async Task Headers_CountTheHour()
    {
        await _simulator.GetAsync("/v2/account");
        var second = await _simulator.GetAsync("/v2/account");

        Assert.Equal("5000", second.Message.Headers.GetValues("ratelimit-limit").Single());
        Assert.Equal("4998", second.Message.Headers.GetValues("ratelimit-remaining").Single());
        var oldestExpires = new DateTimeOffset(2026, 9, 1, 13, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal(oldestExpires, long.Parse(second.Message.Headers.GetValues("ratelimit-reset").Single(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Pages_LinkToTheirOwnHostAndKeepOtherParameters()
    {
        var first = await _simulator.GetAsync("/v2/images?type=application&per_page=5");
        var pages = first.At("links.pages");

        Assert.Equal("next last", string.Join(' ', pages.EnumerateObject().Select(page => page.Name)));
        var next = new Uri(pages.GetProperty("next").GetString()!);
        Assert.Equal(_simulator.Address.Authority, next.Authority);
        var second = await _simulator.GetAsync(next.PathAndQuery);
        Assert.Equal("first prev next last", string.Join(' ', second.At("links.pages").EnumerateObject().Select(page => page.Name)));
        Assert.NotEqual(first.TextAt("images.0.slug"), second.TextAt("images.0.slug"), StringComparer.Ordinal);
        Assert.Equal(12, second.At("meta.total").GetInt32());
    }

    [Fact]
    public async Task Pages_OfOne_HaveNoLinks()
        => Assert.Equal("{}", (await _simulator.GetAsync("/v2/regions?per_page=200")).At("links").GetRawText());

    [Fact]
    public async Task Pages_WithoutSize_HoldTwenty()
        => Assert.Equal(20, (await _simulator.GetAsync("/v2/sizes")).At("sizes").GetArrayLength());

    [Fact]
    public async Task Sizes_CostAndUnits_AreTheVendors()
    {
        var sizes = await _simulator.GetAsync("/v2/sizes?per_page=200");
        var small = sizes.At("sizes").EnumerateArray().Single(size => string.Equals(size.GetProperty("slug").GetString(), "s-1vcpu-512mb-10gb", StringComparison.Ordinal));

        Assert.Equal((512, 10, 4.0m), (small.GetProperty("memory").GetInt32(), small.GetProperty("disk").GetInt32(), small.GetProperty("price_monthly").GetDecimal()));
        Assert.Equal(0.00595m, small.GetProperty("price_hourly").GetDecimal());
        Assert.DoesNotContain("sgp1", small.GetProperty("regions").EnumerateArray().Select(region => region.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Regions_AClosedOne_HasNoSizes()
    {
        var regions = await _simulator.GetAsync("/v2/regions");
        var closed = regions.At("regions").EnumerateArray().Single(region => string.Equals(region.GetProperty("slug").GetString(), "sfo1", StringComparison.Ordinal));

        Assert.False(closed.GetProperty("available").GetBoolean());
        Assert.Equal(0, closed.GetProperty("sizes").GetArrayLength());
    }

    [Fact]
    public async Task Image_BySlugAndById_IsTheSame()
    {
        var bySlug = await _simulator.GetAsync("/v2/images/debian-13-x64");
        var byId = await _simulator.GetAsync($"/v2/images/{bySlug.At("image.id").GetInt64()}/");

        Assert.Equal(bySlug.Text, byId.Text);
        Assert.Equal(0, (await _simulator.GetAsync("/v2/images?private=true")).At("meta.total").GetInt32());
    }

    [Fact]
    public async Task OneClicks_OfDroplets_AreApplications()
    {
        var apps = await _simulator.GetAsync("/v2/1-clicks?type=droplet");

        Assert.Equal(12, apps.At("1_clicks").GetArrayLength());
    }

    [Fact]
    public async Task Keys_AddedTwice_AreRefusedAndFoundByFingerprint()
    {
        var body = JsonSerializer.Serialize(new { name = "k", public_key = Key });
        var added = await _simulator.PostAsync("/v2/account/keys", body);
        var twice = await _simulator.PostAsync("/v2/account/keys", body);

        Assert.Equal(HttpStatusCode.Created, added.Status);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "SSH Key is already in use on your account"), (twice.Status, twice.TextAt("message")));

        // The fingerprint is what `ssh-keygen -E md5 -lf` prints for the key.
        Assert.Equal("52:f5:9e:b3:14:d0:46:6d:59:66:09:24:ba:1a:13:c6", added.TextAt("ssh_key.fingerprint"));
        var found = await _simulator.GetAsync("/v2/account/keys/" + added.TextAt("ssh_key.fingerprint"));
        Assert.Equal(added.TextAt("ssh_key.id"), found.TextAt("ssh_key.id"));
        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync($"/v2/account/keys/{added.TextAt("ssh_key.id")}")).Status);
    }

    [Fact]
    public async Task Keys_Nonsense_IsRefused()
    {
        var refused = await _simulator.PostAsync("/v2/account/keys", """{"name":"k","public_key":"hello"}""");

        Assert.StartsWith("Key invalid type", refused.TextAt("message"), StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.Json;

namespace SkyPanel.Tests.Simulator;

/// <summary>Prices, stock, regions and images that change while a panel is open.</summary>
public sealed class CatalogueChangeTests : IAsyncLifetime
{
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Price_AtLinode_ChangesEverywhereOrInOneRegion()
    {
        await SetAsync("prices", """{"vendor":"linode","size":"g6-nanode-1","monthly":9,"hourly":0.0135}""");
        await SetAsync("prices", """{"vendor":"linode","size":"g6-nanode-1","region":"us-east","monthly":11,"hourly":0.0165}""");

        var type = await _simulator.GetAsync("/v4/linode/types/g6-nanode-1");

        Assert.Equal((9m, 0.0135m), (type.At("price.monthly").GetDecimal(), type.At("price.hourly").GetDecimal()));
        var regions = type.At("region_prices").EnumerateArray().ToDictionary(price => price.GetProperty("id").GetString()!, price => price.GetProperty("monthly").GetDecimal());
        Assert.Equal((11m, 6m, 3), (regions["us-east"], regions["id-cgk"], regions.Count));
    }

    [Fact]
    public async Task Price_AtDigitalOcean_IsSeenInTheListAndOnDroplets()
    {
        await _simulator.PostAsync("/_control/machines", """{"vendor":"digitalocean","token":"one","label":"a"}""");

        await SetAsync("prices", """{"vendor":"digitalocean","size":"s-1vcpu-1gb","monthly":6.72}""");

        var size = await SizeAsync("s-1vcpu-1gb");
        Assert.Equal((6.72m, 0.01m), (size.GetProperty("price_monthly").GetDecimal(), size.GetProperty("price_hourly").GetDecimal()));
        Assert.Equal(6.72m, (await _simulator.GetAsync("/v2/droplets")).At("droplets.0.size.price_monthly").GetDecimal());
    }

    [Fact]
    public async Task Stock_Gone_RefusesCreatesAndIsListed()
    {
        await SetAsync("stock", """{"vendor":"linode","size":"g6-nanode-1","region":"us-east","available":false}""");
        await SetAsync("stock", """{"vendor":"digitalocean","size":"s-1vcpu-1gb","region":"nyc3","available":false}""");

        var linode = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""");
        var droplet = await _simulator.PostAsync("/v2/droplets", """{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""");
        var availability = await _simulator.GetAsync("/v4/regions/us-east/availability");

        Assert.Equal((HttpStatusCode.BadRequest, "type"), (linode.Status, linode.TextAt("errors.0.field")));
        Assert.Contains("\"available_regions\":[\"ams3\"", droplet.Text, StringComparison.Ordinal);
        Assert.Contains(availability.Body.EnumerateArray(), row => row.GetProperty("plan").GetString() == "g6-nanode-1" && !row.GetProperty("available").GetBoolean());
        Assert.DoesNotContain("nyc3", (await SizeAsync("s-1vcpu-1gb")).GetProperty("regions").EnumerateArray().Select(region => region.GetString()));
        Assert.Equal(HttpStatusCode.OK, (await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-west"}""")).Status);
    }

    [Fact]
    public async Task Stock_Back_CanBeHadAgain()
    {
        await SetAsync("stock", """{"vendor":"digitalocean","size":"c-8","region":"fra1","available":true}""");

        Assert.Equal(HttpStatusCode.Accepted, (await _simulator.PostAsync("/v2/droplets", """{"name":"a","size":"c-8","region":"fra1","image":"debian-13-x64"}""")).Status);
    }

    [Fact]
    public async Task Region_Closed_TakesNothingNew()
    {
        await SetAsync("regions", """{"vendor":"linode","region":"us-east","available":false}""");
        await SetAsync("regions", """{"vendor":"digitalocean","region":"nyc3","available":false}""");

        Assert.Equal("outage", (await _simulator.GetAsync("/v4/regions/us-east")).TextAt("status"));
        Assert.Equal(0, (await _simulator.GetAsync("/v4/account/availability/us-east")).At("available").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east"}""")).Status);
        Assert.Equal("Region is not available", (await _simulator.PostAsync("/v2/droplets", """{"name":"a","size":"s-1vcpu-1gb","region":"nyc3","image":"debian-13-x64"}""")).TextAt("message"));
        var region = (await _simulator.GetAsync("/v2/regions?per_page=200")).At("regions").EnumerateArray().Single(found => found.GetProperty("slug").GetString() == "nyc3");
        Assert.Equal((false, 0), (region.GetProperty("available").GetBoolean(), region.GetProperty("sizes").GetArrayLength()));
    }

    [Fact]
    public async Task Image_Withdrawn_IsNeitherListedNorTakenAndStaysOnMachines()
    {
        await _simulator.PostAsync("/_control/machines", """{"vendor":"digitalocean","token":"one","label":"a"}""");
        await SetAsync("images", """{"vendor":"linode","image":"linode/debian12","withdrawn":true}""");
        await SetAsync("images", """{"vendor":"digitalocean","image":"debian-13-x64","withdrawn":true}""");

        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync("/v4/images/linode%2Fdebian12")).Status);
        Assert.DoesNotContain("\"linode/debian12\"", (await _simulator.GetAsync("/v4/images")).Text, StringComparison.Ordinal);
        var linode = await _simulator.PostAsync("/v4/linode/instances", """{"type":"g6-nanode-1","region":"us-east","image":"linode/debian12","root_pass":"thisIsYourRootPassword"}""");
        Assert.Equal("image", linode.TextAt("errors.0.field"));
        Assert.DoesNotContain("debian-13-x64", (await _simulator.GetAsync("/v2/images?per_page=200")).Text, StringComparison.Ordinal);
        Assert.Equal("debian-13-x64", (await _simulator.GetAsync("/v2/droplets")).TextAt("droplets.0.image.slug"));
    }

    [Fact]
    public async Task Image_Deprecated_SaysSo()
    {
        await SetAsync("images", """{"vendor":"linode","image":"linode/debian12","deprecated":true}""");

        Assert.True((await _simulator.GetAsync("/v4/images/linode%2Fdebian12")).At("deprecated").GetBoolean());
    }

    [Fact]
    public async Task Clear_GivesTheCatalogueBack()
    {
        await SetAsync("prices", """{"vendor":"linode","size":"g6-nanode-1","monthly":9}""");

        Assert.Equal(HttpStatusCode.NoContent, (await _simulator.DeleteAsync("/_control/catalogue")).Status);

        Assert.Equal(5m, (await _simulator.GetAsync("/v4/linode/types/g6-nanode-1")).At("price.monthly").GetDecimal());
    }

    [Theory]
    [InlineData("prices", """{"vendor":"linode","size":"never","monthly":1}""")]
    [InlineData("prices", """{"vendor":"linode","size":"g6-nanode-1","monthly":0}""")]
    [InlineData("stock", """{"vendor":"acme","size":"g6-nanode-1","available":false}""")]
    [InlineData("regions", """{"vendor":"linode","region":"moon","available":false}""")]
    [InlineData("images", """{"vendor":"digitalocean","image":"never","withdrawn":true}""")]
    public async Task Change_OfWhatIsUnknown_IsRefused(string what, string body)
        => Assert.Equal(HttpStatusCode.BadRequest, (await _simulator.PutAsync("/_control/catalogue/" + what, body)).Status);

    private async Task SetAsync(string what, string body) => Assert.Equal(HttpStatusCode.OK, (await _simulator.PutAsync("/_control/catalogue/" + what, body)).Status);

    private async Task<JsonElement> SizeAsync(string slug)
        => (await _simulator.GetAsync("/v2/sizes?per_page=200")).At("sizes").EnumerateArray().Single(size => size.GetProperty("slug").GetString() == slug);
}

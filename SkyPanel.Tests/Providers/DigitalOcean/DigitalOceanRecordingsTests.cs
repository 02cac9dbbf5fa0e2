using System.Net;
using System.Text.Json;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;
using SkyPanel.Providers.Http;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Providers.DigitalOcean;

/// <summary>The adapter against what the vendor, or its own engineers, wrote.</summary>
public sealed class DigitalOceanRecordingsTests
{
    [Fact]
    public async Task Create_AsRecorded_IsRead()
    {
        using var recording = await ContractData.JsonAsync("digitalocean/recorded-create-2023.json", ProviderBench.Cancellation);
        var body = recording.RootElement.GetProperty("interactions")[0].GetProperty("response_body").GetRawText();

        var made = WireJson.Read<DropletAnswer>(body)!.Droplet.ToInstance();

        Assert.Equal(
            ("385086519", "recode", InstanceStatus.Provisioning, "s-1vcpu-512mb-10gb", "nyc1", "ubuntu-23-10-x64"),
            (made.Id, made.Name, made.Status, made.PlanId, made.RegionId, made.ImageId));
        Assert.Equal(new DateTimeOffset(2023, 11, 15, 8, 30, 3, TimeSpan.Zero), made.CreatedAt);
    }

    [Fact]
    public async Task Account_AsRecorded_IsNamed()
    {
        using var recording = await ContractData.JsonAsync("digitalocean/recorded-account.json", ProviderBench.Cancellation);
        var answers = recording.RootElement.GetProperty("interactions").EnumerateArray()
            .ToDictionary(x => x.GetProperty("status").GetInt32(), x => x.GetProperty("response_body").GetRawText());

        Assert.Equal(25, WireJson.Read<AccountAnswer>(answers[200])!.Account.DropletLimit);
        Assert.Equal(["Unauthorized: Unable to authenticate you"], Read(401, answers[401]).Reasons, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Catalogue_LiveSlugs_AllHaveAFamilyOrAPlace()
    {
        using var catalogue = await ContractData.JsonAsync("digitalocean/catalog/live-slugs-2026-08-21.json", ProviderBench.Cancellation);

        Assert.All(Slugs(catalogue, "sizes"), x => Assert.NotEqual(PlanClass.Other, DigitalOceanPlanClass.Of(x)));
        Assert.All(Slugs(catalogue, "regions"), x => Assert.Equal(2, DigitalOceanGeography.CountryOf(x).Length));
    }

    [Fact]
    public async Task Errors_EveryObservedOne_IsUnderstood()
    {
        using var errors = await ContractData.JsonAsync("digitalocean/errors-observed.json", ProviderBench.Cancellation);
        foreach (var error in errors.RootElement.EnumerateArray())
        {
            var message = error.GetProperty("body").GetProperty("message").GetString()!;
            var status = error.GetProperty("status").GetInt32();

            var read = Read(status, error.GetProperty("body").GetRawText());

            Assert.Contains(message, read.Reasons.Single(), StringComparison.Ordinal);
            Assert.True(status != 422 || read.Code is not null, $"'{message}' is not in the phrase book");
        }
    }

    [Theory]
    [InlineData("droplets/all.json", typeof(DropletListing))]
    [InlineData("sizes/all.json", typeof(SizeListing))]
    [InlineData("regions/all.json", typeof(RegionListing))]
    [InlineData("images/all.json", typeof(ImageListing))]
    [InlineData("droplets/list_actions.json", typeof(ActionListing))]
    [InlineData("vpcs/all.json", typeof(VpcListing))]
    [InlineData("one_clicks/all.json", typeof(OneClickListing))]
    [InlineData("ssh_keys/find.json", typeof(SshKeyAnswer))]
    public async Task Answers_OfTheVendorsOwnClientTests_AreRead(string name, Type wire)
    {
        using var fixtures = await ContractData.JsonAsync("digitalocean/droplet_kit-fixtures.json", ProviderBench.Cancellation);
        var body = fixtures.RootElement.GetProperty("fixtures").GetProperty(name).GetRawText();

        Assert.NotNull(typeof(WireJson).GetMethod(nameof(WireJson.Read))!.MakeGenericMethod(wire).Invoke(null, [body]));
    }

    private static IEnumerable<string> Slugs(JsonDocument catalogue, string of)
        => catalogue.RootElement.GetProperty(of).EnumerateArray().Select(x => x.GetProperty("slug").GetString()!);

    private static VendorError Read(int status, string body)
        => new DigitalOceanErrorReader().Read(new ProviderResponse((HttpStatusCode)status, Array.Empty<string>().ToLookup(x => x, StringComparer.OrdinalIgnoreCase), "application/json", body));
}

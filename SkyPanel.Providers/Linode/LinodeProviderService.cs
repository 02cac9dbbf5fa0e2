using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>Speaks Linode API v4. The label of a machine is our mark, which the vendor keeps unique; the host name is set by user data.</summary>
internal sealed class LinodeProviderService(ProviderHttpClient client)
    : BaseProviderService(client, [new LinodeStackScripts(client), new LinodeVpcs(client), new LinodeTags(client)])
{
    public const string Instances = "linode/instances";

    public override ProviderDescriptor Descriptor => LinodeDescriptor.Value;

    public override async Task<ProviderAccountInfo> ValidateCredentialsAsync(CancellationToken cancellationToken)
    {
        var request = new ProviderRequest(HttpMethod.Get, "profile");
        var response = await Client.SendAsync(request, cancellationToken);
        var scopes = LinodeScopes.Require(response.Header("X-OAuth-Scopes"));
        var profile = WireJson.Read<LinodeProfile>(response.Body) ?? throw ErrorNormalizer.Unreadable(request, response);
        await Client.GetAsync<LinodePage<LinodeInstance>>($"{Instances}?page=1&page_size=25", cancellationToken);
        return new ProviderAccountInfo(
            profile.Email ?? profile.Username ?? "",
            InstanceLimit: null,
            profile.Restricted ? "The token belongs to a restricted user: creating servers may be refused." : null)
        {
            Scopes = scopes,
            ExpiresAt = await LinodeTokens.ExpiryAsync(Client, scopes, cancellationToken),
        };
    }

    public override async Task<IReadOnlyList<ProviderPlan>> ListPlansAsync(CancellationToken cancellationToken)
    {
        var types = Client.ListAsync<LinodeType>("linode/types", x => x.Id, cancellationToken);
        var scarce = Client.ListAsync<LinodeAvailability>("regions/availability", x => (x.Region, x.Plan), cancellationToken);
        var regions = Client.ListAsync<LinodeRegion>("regions", x => x.Id, cancellationToken);
        await Task.WhenAll(types, scarce, regions);
        var availability = new LinodePlanAvailability([.. (await regions).Where(x => x.IsCore)], await scarce);
        return [.. (await types).Where(x => x.Successor is null).Select(x => x.ToPlan(availability.RegionsOf(x))).OfType<ProviderPlan>()];
    }

    public override async Task<IReadOnlyList<ProviderImage>> ListImagesAsync(CancellationToken cancellationToken)
        => [.. (await Client.ListAsync<LinodeImage>("images", x => x.Id, cancellationToken)).Where(x => x.IsOffered).Select(x => x.ToImage())];

    public override async Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(CancellationToken cancellationToken)
        => [.. (await Client.ListAsync<LinodeRegion>("regions", x => x.Id, cancellationToken)).Where(x => x.IsCore).Select(x => x.ToRegion())];

    public override async Task<ProviderInstance> CreateInstanceAsync(ProviderInstanceSpec spec, CancellationToken cancellationToken)
    {
        RequireWayIn(spec);
        var options = OptionChoices.Of(spec, Descriptor);
        var request = LinodeCreateBody.Of(spec, options, await ReadsUserDataAsync(spec, cancellationToken));
        try
        {
            return (await Client.PostAsync<LinodeInstance>(Instances, request, cancellationToken)).ToInstance();
        }
        catch (ProviderException exception) when (exception.Error.Code == ProviderErrorCode.DuplicateResource)
        {
            // This request made nothing, but the label is taken: an earlier send of the same operation did.
            throw new ProviderException(exception.Error with { Outcome = ProviderOutcome.Unknown });
        }
    }

    /// <summary>Label and tag are part of the create itself, so there are no suspects: a machine without our mark is not ours.</summary>
    public override async Task<MarkLookup> FindByMarkAsync(MarkQuery query, CancellationToken cancellationToken)
    {
        var byLabel = LinodeLists.Where("label", query.Mark);
        var byTag = LinodeLists.Where("tags", query.Mark);
        var found = new List<LinodeInstance>();
        foreach (var filter in new[] { byLabel, byTag })
        {
            found.AddRange(await Client.ListAsync<LinodeInstance>(Instances, x => x.Id, cancellationToken, filter));
        }

        return new MarkLookup([.. found.Where(x => string.Equals(x.Mark, query.Mark, StringComparison.Ordinal)).DistinctBy(x => x.Id).Select(Map)], []);
    }

    public override async Task<ProviderInstance?> GetInstanceAsync(string id, CancellationToken cancellationToken)
        => await Client.FindAsync<LinodeInstance>(InstancePath(InstanceId.Require(id)), cancellationToken) is { } found ? Map(found) : null;

    public override async Task<IReadOnlyList<ProviderInstance>> ListInstancesAsync(CancellationToken cancellationToken)
        => [.. (await Client.ListAsync<LinodeInstance>(Instances, x => x.Id, cancellationToken)).Select(Map)];

    protected override string InstancePath(string id) => $"{Instances}/{id}";

    protected override ProviderRequest PowerRequest(string id, PowerAction action) => new(
        HttpMethod.Post,
        $"{InstancePath(id)}/{action switch { PowerAction.Boot => "boot", PowerAction.ShutDown => "shutdown", _ => "reboot" }}",
        EmptyBody.Value);

    /// <summary>User data needs both an image with cloud-init and a region with the metadata service.</summary>
    private async Task<bool> ReadsUserDataAsync(ProviderInstanceSpec spec, CancellationToken cancellationToken)
    {
        var image = await Client.FindAsync<LinodeImage>($"images/{Uri.EscapeDataString(spec.ImageId)}", cancellationToken)
            ?? throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, $"There is no image {spec.ImageId}", Fields.Image);
        var region = await Client.FindAsync<LinodeRegion>($"regions/{Uri.EscapeDataString(spec.RegionId)}", cancellationToken)
            ?? throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, $"There is no region {spec.RegionId}", Fields.Region);
        return image.SupportsCloudInit && region.Has("Metadata");
    }

    private ProviderInstance Map(LinodeInstance instance)
    {
        if (!LinodeStatus.IsKnown(instance.Status))
        {
            Client.Metrics.UnknownStatus(Client.Type, instance.Status);
        }

        return instance.ToInstance();
    }
}

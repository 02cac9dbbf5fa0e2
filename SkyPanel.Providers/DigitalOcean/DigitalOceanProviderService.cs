using System.Globalization;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>Speaks DigitalOcean API v2. Our mark is a tag, which the vendor sets only after the machine exists.</summary>
internal sealed class DigitalOceanProviderService(ProviderHttpClient client)
    : BaseProviderService(client, [new DigitalOceanApps(client), new DigitalOceanVpcs(client), new DropletActions(client), new DropletTags(client)])
{
    public const string Droplets = "droplets";

    /// <summary>How far the vendor's clock may be behind ours when we look for what was made since a create was sent.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly SshKeyRegistry _keys = new(client);

    public override ProviderDescriptor Descriptor => DigitalOceanDescriptor.Value;

    public override async Task<ProviderAccountInfo> ValidateCredentialsAsync(CancellationToken cancellationToken)
    {
        var account = (await Client.GetAsync<AccountAnswer>("account", cancellationToken)).Account;
        await Client.GetAsync<DropletListing>($"{Droplets}?page=1&per_page=1", cancellationToken);
        return new ProviderAccountInfo(
            account.Team?.Name is { } team ? $"{account.Email} ({team})" : account.Email ?? "",
            account.DropletLimit,
            account.Status is null or "active" ? null : $"The account's status is {account.Status}. {account.StatusMessage}".TrimEnd());
    }

    public override async Task<IReadOnlyList<ProviderPlan>> ListPlansAsync(CancellationToken cancellationToken)
        => [.. (await Client.ListAsync<SizeListing, Size>("sizes", x => x.Slug, cancellationToken)).Where(x => x.IsOffered).Select(x => x.ToPlan())];

    public override async Task<IReadOnlyList<ProviderImage>> ListImagesAsync(CancellationToken cancellationToken)
        => [.. (await Client.ListAsync<ImageListing, Image>("images?type=distribution", x => x.Key, cancellationToken))
            .Where(x => x.IsOffered).Select(x => x.ToImage())];

    public override async Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(CancellationToken cancellationToken)
        => [.. (await Client.ListAsync<RegionListing, Region>("regions", x => x.Slug, cancellationToken)).Select(x => x.ToRegion())];

    public override async Task<ProviderInstance> CreateInstanceAsync(ProviderInstanceSpec spec, CancellationToken cancellationToken)
    {
        RequireWayIn(spec);
        var options = OptionChoices.Of(spec, Descriptor);
        RefuseScript(spec);
        var keys = await _keys.RegisterAsync(spec.AuthorizedKeys, cancellationToken);
        var request = Request(spec, options, keys);
        var made = (await Client.PostAsync<DropletAnswer>(Droplets, request, cancellationToken)).Droplet.ToInstance();

        // The answer comes before the tag is set, and a narrow token hides region and size.
        return made with
        {
            Mark = spec.Mark,
            PlanId = made.PlanId.Length > 0 ? made.PlanId : spec.PlanId,
            RegionId = made.RegionId.Length > 0 ? made.RegionId : spec.RegionId,
        };
    }

    /// <summary>
    /// Two legs, because a machine exists before its tag does: what carries the tag, and what might be ours without it. The vendor lists
    /// GPU machines apart and cannot filter those by tag.
    /// </summary>
    public override async Task<MarkLookup> FindByMarkAsync(MarkQuery query, CancellationToken cancellationToken)
    {
        var tagged = (await ListDropletsAsync($"?tag_name={Uri.EscapeDataString(query.Mark)}", cancellationToken))
            .Select(x => x.Tags is null ? x with { Tags = [query.Mark] } : x);
        var named = await ListDropletsAsync($"?name={Uri.EscapeDataString(query.Name)}", cancellationToken);
        var gpus = await ListDropletsAsync("?type=gpus", cancellationToken);
        var all = tagged.Concat(named).Concat(gpus).DistinctBy(x => x.Id).ToList();
        return new MarkLookup(
            [.. all.Where(x => string.Equals(x.Mark, query.Mark, StringComparison.Ordinal)).Select(Map)],
            [.. all.Where(x => x.MayBe(query, query.SubmittedAt - ClockSkew)).Select(Map)]);
    }

    public override async Task<ProviderInstance?> GetInstanceAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await Client.FindAsync<DropletAnswer>(InstancePath(InstanceId.Require(id)), cancellationToken);
        return answer is null ? null : Count(answer.Droplet).ToInstance(await ActionInProgressAsync(answer.Droplet, cancellationToken));
    }

    public override async Task<IReadOnlyList<ProviderInstance>> ListInstancesAsync(CancellationToken cancellationToken)
    {
        var droplets = await ListDropletsAsync("", cancellationToken);
        var gpus = await ListDropletsAsync("?type=gpus", cancellationToken);
        return [.. droplets.Concat(gpus).DistinctBy(x => x.Id).Select(Map)];
    }

    protected override string InstancePath(string id) => $"{Droplets}/{id}";

    protected override ProviderRequest PowerRequest(string id, PowerAction action) => DropletActions.Request(
        id, new ActionRequest(action switch { PowerAction.Boot => "power_on", PowerAction.ShutDown => "shutdown", _ => "reboot" }));

    private static DropletCreateRequest Request(ProviderInstanceSpec spec, OptionChoices options, IReadOnlyList<string> keys)
    {
        var password = string.IsNullOrEmpty(spec.RootPassword) ? null : DropletUserData.RootPassword(spec.RootPassword);
        var userData = UserDataParts.Combine(password, options.Value(DeploymentOption.UserData));
        return new DropletCreateRequest(spec.Name, spec.RegionId, spec.PlanId, spec.ImageId, keys, [spec.Mark], userData)
        {
            Backups = options.Switch(DeploymentOption.Backups),
            BackupPolicy = options.Value(DeploymentOption.Backups) is { } plan ? new BackupPolicy(plan) : null,
            Ipv6 = options.Switch(DeploymentOption.Ipv6),
            Monitoring = options.Switch(DeploymentOption.Monitoring),
            VpcUuid = options.Value(DeploymentOption.Vpc),
        };
    }

    private static void RefuseScript(ProviderInstanceSpec spec)
    {
        if (spec.Script is not null)
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "This provider keeps no scripts", Fields.Script);
        }
    }

    /// <summary>Only a locked machine has one. Without the scope to read actions its status alone has to do.</summary>
    private async Task<string?> ActionInProgressAsync(Droplet droplet, CancellationToken cancellationToken)
    {
        if (!droplet.Locked)
        {
            return null;
        }

        try
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{Droplets}/{droplet.Id}/actions?page=1&per_page=20");
            var listing = await Client.FindAsync<ActionListing>(path, cancellationToken);
            return listing?.Actions.FirstOrDefault(x => x.Status is "in-progress")?.Type;
        }
        catch (ProviderException exception) when (exception.Error.Code == ProviderErrorCode.InsufficientScope)
        {
            return null;
        }
    }

    private ProviderInstance Map(Droplet droplet) => Count(droplet).ToInstance();

    private Droplet Count(Droplet droplet)
    {
        if (!DropletStatus.IsKnown(droplet.Status))
        {
            Client.Metrics.UnknownStatus(Client.Type, droplet.Status);
        }

        return droplet;
    }

    private Task<IReadOnlyList<Droplet>> ListDropletsAsync(string query, CancellationToken cancellationToken)
        => Client.ListAsync<DropletListing, Droplet>($"{Droplets}{query}", x => x.Id, cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Access;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans.Offerings;

/// <summary>
/// What customers may pick from. Answers come from the database and the cache; a provider is only called when nothing is remembered. A
/// provider over which nothing is sold looks as if it did not exist.
/// </summary>
public sealed class OfferingService(IDbContextFactory<SkyPanelDbContext> dbFactory, CatalogueReader catalogues, IProviderFactory providers)
{
    /// <summary>The providers with an enabled plan on an enabled account. Calls nobody.</summary>
    public async Task<IReadOnlyList<ProviderOffering>> ListProvidersAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(actor, cancellationToken);
        var plans = (await PlanQueries.Offered(db).ToListAsync(cancellationToken)).ToLookup(x => x.ProviderType);
        return [.. providers.Descriptors.Where(x => plans.Contains(x.Type)).Select(x => Describe(x, plans[x.Type]))];
    }

    /// <summary>The provider's plans that are sold, each with the regions where it cannot be had.</summary>
    /// <exception cref="ProviderException">Unavailable: no account answers.</exception>
    public async Task<IReadOnlyList<PlanOffer>> ListPlansAsync(Actor actor, ProviderType type, CancellationToken cancellationToken)
    {
        var (plans, allowed) = await ReadAsync(actor, type, cancellationToken);
        return plans.Count > 0 && await catalogues.ReadAsync(type, cancellationToken) is { } catalogue
            ? [.. plans.Select(x => Offer(x, catalogue, allowed)).OfType<PlanOffer>()]
            : [];
    }

    /// <summary>The provider's regions, also those that take no new machines now.</summary>
    /// <exception cref="ProviderException">Unavailable: no account answers.</exception>
    public async Task<IReadOnlyList<ProviderRegion>> ListRegionsAsync(Actor actor, ProviderType type, CancellationToken cancellationToken)
    {
        var (plans, allowed) = await ReadAsync(actor, type, cancellationToken);
        return plans.Count > 0 ? [.. (await catalogues.ListRegionsAsync(type, cancellationToken)).Where(allowed.Allows)] : [];
    }

    /// <summary>The provider's images, those of one distribution together.</summary>
    /// <exception cref="ProviderException">Unavailable: no account answers.</exception>
    public async Task<IReadOnlyList<ProviderImage>> ListImagesAsync(Actor actor, ProviderType type, CancellationToken cancellationToken)
    {
        var (plans, allowed) = await ReadAsync(actor, type, cancellationToken);
        var images = plans.Count > 0 ? await catalogues.ListImagesAsync(type, cancellationToken) : [];
        return [.. images
            .Where(allowed.Allows)
            .OrderBy(x => x.Distribution, StringComparer.OrdinalIgnoreCase)
            .ThenBy(x => x.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static ProviderOffering Describe(ProviderDescriptor provider, IEnumerable<VpsPlan> plans)
    {
        var cheapest = plans.MinBy(x => x.MonthlyPrice)!;
        return new ProviderOffering(
            provider.Type, provider.DisplayName, provider.Mark, provider.Capabilities, cheapest.MonthlyPrice, cheapest.Currency);
    }

    /// <summary>Null when the provider no longer has the plan behind it.</summary>
    private static PlanOffer? Offer(VpsPlan plan, ProviderCatalogue catalogue, Allowlist allowed)
    {
        if (catalogue.FindPlan(plan.ProviderPlanId) is not { } offered)
        {
            return null;
        }

        var unavailable = catalogue.Regions
            .Where(allowed.Allows)
            .Select(x => (x.Id, Reason: PlanAvailability.WhyNotIn(plan, offered, x)))
            .Where(x => x.Reason is not null)
            .ToDictionary(x => x.Id, x => x.Reason!, StringComparer.Ordinal);
        return new PlanOffer(
            plan.Id, plan.Name, plan.Class, plan.Vcpus, plan.MemoryMib, plan.DiskGib, plan.TransferGb,
            plan.Currency, plan.HourlyPrice, plan.MonthlyPrice, unavailable);
    }

    private async Task<(List<VpsPlan> Plans, Allowlist Allowed)> ReadAsync(Actor actor, ProviderType type, CancellationToken cancellationToken)
    {
        await using var db = await OpenAsync(actor, cancellationToken);
        return (await PlanQueries.Offered(db, type).ToListAsync(cancellationToken), await db.AllowlistAsync(type, cancellationToken));
    }

    private async Task<SkyPanelDbContext> OpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.RequireAsync(actor, Permission.ViewInstances, cancellationToken);
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Catalog;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>
/// Finds the account for a machine, and checks once more all that the customer was shown when they chose. For other Core services only; it
/// asks nobody's permission.
/// </summary>
public sealed class PlacementService(IDbContextFactory<SkyPanelDbContext> dbFactory, CatalogueReader catalogues)
{
    private static readonly Placement NotSold = new Placement.Refused("plan", "This plan is no longer sold. Choose another.");

    /// <summary>The first account of the plan, in order, on which all of it can be had; those whose last check failed come last.</summary>
    /// <exception cref="ProviderException">Unavailable: no account of the plan answers.</exception>
    public async Task<Placement> PlaceAsync(Guid planId, string regionId, string imageId, CancellationToken cancellationToken)
    {
        var (plan, accounts, allowed) = await ReadAsync(planId, cancellationToken);
        if (plan is null || accounts.Count == 0)
        {
            return NotSold;
        }

        Placement? refused = null;
        var silent = new List<string>();
        foreach (var account in accounts)
        {
            try
            {
                var catalogue = await catalogues.ReadAsync(account, cancellationToken);
                var placement = Judge(plan, account, catalogue, allowed, (regionId, imageId));
                if (placement is Placement.Placed)
                {
                    return placement;
                }

                refused ??= placement;
            }
            catch (ProviderException ex)
            {
                silent.Add(ex.Message);
            }
        }

        return refused ?? throw new ProviderException(CatalogueFallback.NoneAnswers(silent));
    }

    private static Placement Judge(
        VpsPlan plan, Guid accountId, ProviderCatalogue catalogue, Allowlist allowed, (string RegionId, string ImageId) wanted)
    {
        if (catalogue.FindPlan(plan.ProviderPlanId) is not { } offered)
        {
            return NotSold;
        }

        if (catalogue.FindRegion(wanted.RegionId) is not { } region || !allowed.Allows(region))
        {
            return new Placement.Refused("region", "There is no such region. Choose another.");
        }

        if (PlanAvailability.WhyNotIn(plan, offered, region) is { } reason)
        {
            return new Placement.Refused("region", reason);
        }

        if (catalogue.FindImage(wanted.ImageId) is not { } image || !allowed.Allows(image))
        {
            return new Placement.Refused("image", "This image is no longer offered. Choose another.");
        }

        return WhyNotFrom(plan, image, region) is { } fault
            ? new Placement.Refused("image", fault)
            : new Placement.Placed(SoldPlan.Of(plan), accountId, image, region);
    }

    private static string? WhyNotFrom(VpsPlan plan, ProviderImage image, ProviderRegion region) => image switch
    {
        _ when !image.IsAvailableIn(region.Id) => $"This image cannot be used in {region.City}. Choose another image or region.",
        _ when image.MinDiskGib > plan.DiskGib => $"This image needs {image.MinDiskGib} GiB of disk and the plan has {plan.DiskGib}. Choose a larger plan or another image.",
        _ => null,
    };

    private async Task<(VpsPlan? Plan, IReadOnlyList<Guid> Accounts, Allowlist Allowed)> ReadAsync(Guid planId, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var plan = await PlanQueries.Offered(db).SingleOrDefaultAsync(x => x.Id == planId, cancellationToken);
        var allowed = plan is null ? new Allowlist([]) : await db.AllowlistAsync(plan.ProviderType, cancellationToken);
        return (plan, await PlanQueries.PlacementAccounts(db, planId).ToListAsync(cancellationToken), allowed);
    }
}

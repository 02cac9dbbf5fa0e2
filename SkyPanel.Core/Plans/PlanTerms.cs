using Microsoft.EntityFrameworkCore;
using SkyPanel.Core.Data;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>What an admin wants to sell a plan as, and what speaks against it.</summary>
internal sealed record PlanTerms(ProviderType ProviderType, string Name, Money Hourly, Money Monthly, IReadOnlyList<Guid> AccountIds)
{
    private static readonly Money Highest = Money.FromDecimal(1_000_000m);

    public string Describe(VpsPlan plan) =>
        $"'{Name}' over {ProviderType}/{plan.ProviderPlanId}: {Hourly} an hour, {Monthly} a month in {plan.Currency}, {AccountIds.Count} accounts";

    public PriceBelowCost? BelowCost(ProviderCost cost) => this switch
    {
        _ when Hourly < cost.Hourly => new PriceBelowCost("hourly", cost.Hourly, cost.Currency),
        _ when Monthly < cost.Monthly => new PriceBelowCost("monthly", cost.Monthly, cost.Currency),
        _ => null,
    };

    public async Task<(string Field, string Text)?> FaultAsync(SkyPanelDbContext db, CancellationToken cancellationToken) => this switch
    {
        { Name: "" } => ("name", "Give the plan a name."),
        { Name.Length: > VpsPlan.NameLength } => ("name", $"At most {VpsPlan.NameLength} characters."),
        _ when Hourly <= Money.Zero || Hourly > Highest => ("hourly", "Give a price above zero."),
        _ when Monthly <= Money.Zero || Monthly > Highest => ("monthly", "Give a price above zero."),
        { AccountIds.Count: 0 } => ("accounts", "Choose at least one account to sell it over."),
        _ when !await AreOursAsync(db, cancellationToken) => ("accounts", "Choose accounts of this plan's provider, each once."),
        _ => null,
    };

    private async Task<bool> AreOursAsync(SkyPanelDbContext db, CancellationToken cancellationToken)
    {
        var found = await ProviderAccountQueries.Live(db)
            .CountAsync(x => x.Type == ProviderType && AccountIds.Contains(x.Id), cancellationToken);
        return found == AccountIds.Count;
    }
}

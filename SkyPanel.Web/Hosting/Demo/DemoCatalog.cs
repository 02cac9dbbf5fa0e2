using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Hosting.Demo;

/// <summary>One account at the first provider, two at the second, and a few plans of each, sold at a third above cost.</summary>
internal static class DemoCatalog
{
    private const int PlansEach = 5;
    private const decimal Markup = 1.3m;

    public static async Task EnsureAsync(IServiceProvider services, Actor admin, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<ProviderAccountService>();
        var there = (await accounts.ListAsync(admin, cancellationToken)).ToDictionary(x => x.Name, x => x.Id, StringComparer.Ordinal);
        var number = 0;
        foreach (var provider in await accounts.ListTypesAsync(admin, cancellationToken))
        {
            number++;
            var ids = new List<Guid>();
            for (var i = 1; i <= number; i++)
            {
                var account = new NewProviderAccount($"{provider.DisplayName} demo {i}", provider.Type, $"demo-{provider.Type}-{i}");
                ids.Add(there.TryGetValue(account.Name, out var id) ? id : await AddAsync(accounts, admin, account, cancellationToken));
            }

            await SellAsync(services.GetRequiredService<PlanService>(), admin, provider.Type, ids, cancellationToken);
        }
    }

    private static async Task<Guid> AddAsync(
        ProviderAccountService accounts, Actor admin, NewProviderAccount account, CancellationToken cancellationToken) =>
        (await accounts.AddAsync(admin, account, cancellationToken)).Match(
            added: x => x,
            refused: x => throw new InvalidOperationException(x.AdminText),
            invalid: (_, text) => throw new InvalidOperationException(text));

    private static async Task SellAsync(
        PlanService plans, Actor admin, ProviderType type, IReadOnlyList<Guid> accounts, CancellationToken cancellationToken)
    {
        var catalogue = await plans.ListCatalogueAsync(admin, type, cancellationToken);
        var sizes = catalogue
            .Where(x => x.Plan.Class == PlanClass.Shared)
            .OrderBy(x => x.Plan.Cost.Monthly)
            .DistinctBy(x => x.Plan.MemoryMib)
            .Take(PlansEach);
        foreach (var size in sizes.Where(x => !x.AlreadySold).Select(x => x.Plan))
        {
            var name = $"Cloud {size.MemoryMib / 1024m:0.#} GB";
            await plans.AddAsync(
                admin, new NewPlan(type, size.Id, name, Priced(size.Cost.Hourly), Priced(size.Cost.Monthly), accounts, Enabled: true), cancellationToken);
        }
    }

    private static Money Priced(Money cost) => Money.FromDecimal(Math.Ceiling(cost.Amount * Markup * 10_000m) / 10_000m);
}

using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>What we sell: a provider's plan under our name and at our price. Instances keep a snapshot, so changing a plan changes none of them.</summary>
public sealed class VpsPlan : IVersioned
{
    internal const int NameLength = 100;
    internal const int ProviderPlanIdLength = 255;

    private readonly List<VpsPlanAccount> _accounts = [];

    private VpsPlan()
    {
    }

    public Guid Id { get; private init; }

    public ProviderType ProviderType { get; private init; }

    public string ProviderPlanId { get; private init; } = "";

    public string Name { get; private set; } = "";

    public PlanClass Class { get; private init; }

    public int Vcpus { get; private init; }

    public int MemoryMib { get; private init; }

    public int DiskGib { get; private init; }

    public int TransferGb { get; private init; }

    /// <summary>ISO 4217, of price and cost alike.</summary>
    public string Currency { get; private init; } = "";

    public Money HourlyPrice { get; private set; }

    /// <summary>The most that a month can cost the customer.</summary>
    public Money MonthlyPrice { get; private set; }

    /// <summary>What the provider asked when the plan was last saved, where no region says otherwise.</summary>
    public Money HourlyCost { get; private set; }

    public Money MonthlyCost { get; private set; }

    public bool Enabled { get; private set; }

    public int SortOrder { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The accounts that it is sold over.</summary>
    public IReadOnlyCollection<VpsPlanAccount> Accounts => _accounts;

    /// <summary>A new plan over a provider's, disabled and over no account yet.</summary>
    public static VpsPlan Sell(ProviderType provider, ProviderPlan plan, string name, Money hourly, Money monthly, int sortOrder, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ProviderType = provider,
        ProviderPlanId = plan.Id,
        Name = name,
        Class = plan.Class,
        Vcpus = plan.Vcpus,
        MemoryMib = plan.MemoryMib,
        DiskGib = plan.DiskGib,
        TransferGb = plan.TransferGb,
        Currency = plan.Cost.Currency,
        HourlyPrice = hourly,
        MonthlyPrice = monthly,
        HourlyCost = plan.Cost.Hourly,
        MonthlyCost = plan.Cost.Monthly,
        SortOrder = sortOrder,
        CreatedAt = now,
        UpdatedAt = now,
    };

    public void Rename(string name, DateTimeOffset now) => (Name, UpdatedAt) = (name, now);

    public void Reprice(Money hourly, Money monthly, DateTimeOffset now) => (HourlyPrice, MonthlyPrice, UpdatedAt) = (hourly, monthly, now);

    public void SeeCost(ProviderCost cost) => (HourlyCost, MonthlyCost) = (cost.Hourly, cost.Monthly);

    /// <summary>Sells it over these accounts and no others; the first is tried first.</summary>
    public void SellOver(IReadOnlyList<Guid> accountIds, DateTimeOffset now)
    {
        _accounts.RemoveAll(x => !accountIds.Contains(x.AccountId));
        foreach (var (index, accountId) in accountIds.Index())
        {
            if (_accounts.Find(x => x.AccountId == accountId) is { } known)
            {
                known.MoveTo(index);
            }
            else
            {
                _accounts.Add(VpsPlanAccount.Of(Id, accountId, index));
            }
        }

        UpdatedAt = now;
    }

    public void Enable(DateTimeOffset now) => (Enabled, UpdatedAt) = (true, now);

    public void Disable(DateTimeOffset now) => (Enabled, UpdatedAt) = (false, now);

    public void MoveTo(int sortOrder) => SortOrder = sortOrder;

    /// <summary>Takes it off sale for good. The row stays: instances point at it.</summary>
    public void Retire(DateTimeOffset now) => (DeletedAt, UpdatedAt, Enabled) = (DeletedAt ?? now, now, false);
}

/// <summary>An account that a plan is sold over.</summary>
public sealed class VpsPlanAccount
{
    private VpsPlanAccount()
    {
    }

    public Guid PlanId { get; private init; }

    public Guid AccountId { get; private init; }

    public int SortOrder { get; private set; }

    internal static VpsPlanAccount Of(Guid planId, Guid accountId, int sortOrder) =>
        new() { PlanId = planId, AccountId = accountId, SortOrder = sortOrder };

    internal void MoveTo(int sortOrder) => SortOrder = sortOrder;
}

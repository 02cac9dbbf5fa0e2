using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>What a person has typed for a plan so far, and what was said against it.</summary>
public sealed class PlanDraft
{
    private readonly List<Guid> _accountIds = [];

    public string Name { get; set; } = "";

    public string Hourly { get; set; } = "";

    public string Monthly { get; set; } = "";

    public bool Enabled { get; set; } = true;

    /// <summary>What it is sold over, the first tried first.</summary>
    public IReadOnlyList<Guid> AccountIds => _accountIds;

    public string? FaultField { get; private set; }

    public string? FaultText { get; private set; }

    /// <summary>The provider's refusal.</summary>
    public ProviderError? Error { get; private set; }

    /// <summary>What else keeps it from being saved.</summary>
    public string? Notice { get; private set; }

    /// <summary>For a provider's plan that is not sold yet: its cost and a markup as the price, over all accounts given.</summary>
    public static PlanDraft For(ProviderPlan plan, decimal markup, IEnumerable<Guid> accountIds)
    {
        var draft = new PlanDraft
        {
            Name = plan.Name,
            Hourly = Pricing.Suggest(plan.Cost.Hourly, markup, decimals: 4).ToString(),
            Monthly = Pricing.Suggest(plan.Cost.Monthly, markup, decimals: 2).ToString(),
        };
        draft._accountIds.AddRange(accountIds);
        return draft;
    }

    public static PlanDraft Of(PlanRow plan)
    {
        var draft = new PlanDraft { Name = plan.Name, Hourly = plan.HourlyPrice.ToString(), Monthly = plan.MonthlyPrice.ToString() };
        draft._accountIds.AddRange(plan.Accounts.Select(x => x.AccountId));
        return draft;
    }

    /// <summary>Sells it over an account, or no longer.</summary>
    public void Toggle(Guid accountId)
    {
        if (!_accountIds.Remove(accountId))
        {
            _accountIds.Add(accountId);
        }
    }

    /// <summary>Both prices, or null and a fault at the field that is no price.</summary>
    public (Money Hourly, Money Monthly)? ReadPrices()
    {
        if (Pricing.Read(Hourly) is not { } hourly)
        {
            Refuse("hourly", "Give a price as 0.0150.");
            return null;
        }

        if (Pricing.Read(Monthly) is not { } monthly)
        {
            Refuse("monthly", "Give a price as 10.00.");
            return null;
        }

        return (hourly, monthly);
    }

    public void Refuse(string field, string text) => (FaultField, FaultText) = (field, text);

    public void Refuse(ProviderError error) => Error = error;

    public void Refuse(string notice) => Notice = notice;

    public void Refuse(PriceBelowCost price)
    {
        var period = price.Field is "hourly" ? PricePeriod.Hour : PricePeriod.Month;
        Refuse(price.Field, $"Below cost: the provider asks {MoneyWords.Format(price.Cost, price.Currency, period)}. Raise the price.");
    }

    /// <summary>Forgets what was said, and keeps what was typed.</summary>
    public void Clear() => (FaultField, FaultText, Error, Notice) = (null, null, null, null);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Fault(string field) => string.Equals(FaultField, field, StringComparison.Ordinal) ? FaultText : null;
}

using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Plans;

/// <summary>How prices follow from costs. The result is never below cost.</summary>
/// <param name="Percent">On top of the cost, in percent of it.</param>
/// <param name="Monthly">On top of that, a month; an hour bears its 730th part.</param>
/// <param name="RoundMonthlyTo">Monthly prices are multiples of this, rounded up; zero leaves them as they are.</param>
public sealed record Markup(decimal Percent, Money Monthly, Money RoundMonthlyTo)
{
    private const int HoursAMonth = 730;
    private const decimal MostPercent = 10_000m;
    private static readonly Money HourStep = new(100);

    /// <summary>The price of an hour, a multiple of a ten-thousandth, rounded up.</summary>
    public Money Hour(ProviderCost cost) => UpTo(new Money(Raised(cost.Hourly.Micros) + (Math.Max(0, Monthly.Micros) / HoursAMonth)), HourStep);

    /// <summary>The most that a month can cost.</summary>
    public Money Month(ProviderCost cost) => UpTo(new Money(Raised(cost.Monthly.Micros) + Math.Max(0, Monthly.Micros)), RoundMonthlyTo);

    private static Money UpTo(Money amount, Money step) =>
        step.Micros <= 0 ? amount : new Money((amount.Micros + step.Micros - 1) / step.Micros * step.Micros);

    private long Raised(long micros) => (long)decimal.Ceiling(micros * (1 + (Math.Clamp(Percent, 0m, MostPercent) / 100m)));
}

using System.Globalization;
using SkyPanel.Core.Data;

namespace SkyPanel.Web.Components.Shared;

/// <summary>Money as people read it: four decimals an hour, two otherwise. For showing only; sums are made of exact amounts.</summary>
public static class MoneyWords
{
    public static string Format(Money amount, string currency, PricePeriod period)
    {
        var decimals = period is PricePeriod.Hour ? 4 : 2;
        var number = decimal.Round(Math.Abs(amount.Amount), decimals, MidpointRounding.AwayFromZero)
            .ToString($"N{decimals}", CultureInfo.InvariantCulture);
        var sign = amount.Micros < 0 ? "−" : "";
        return Symbol(currency) is { } symbol ? $"{sign}{symbol}{number}" : $"{sign}{number} {currency}";
    }

    private static string? Symbol(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => null,
    };
}

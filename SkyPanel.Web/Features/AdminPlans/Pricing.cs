using System.Globalization;
using SkyPanel.Core.Data;

namespace SkyPanel.Web.Features.AdminPlans;

/// <summary>From cost to price and back.</summary>
public static class Pricing
{
    /// <summary>What is put on top of the cost unless a person says otherwise, in percent.</summary>
    public const decimal UsualMarkup = 25m;

    /// <summary>Cost and markup (in percent), rounded up to so many decimals: a suggestion that never loses money.</summary>
    public static Money Suggest(Money cost, decimal markup, int decimals)
    {
        var scale = (decimal)Math.Pow(10, decimals);
        return Money.FromDecimal(decimal.Ceiling(cost.Amount * (1 + (markup / 100)) * scale) / scale);
    }

    /// <summary>What stays of the price after the cost, in percent of the price; null where there is no price.</summary>
    public static decimal? Margin(Money price, Money cost) =>
        price <= Money.Zero ? null : decimal.Round((price - cost).Amount / price.Amount * 100, 1, MidpointRounding.ToNegativeInfinity);

    /// <summary>A price as people type it, or null when it is none.</summary>
    public static Money? Read(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount <= 1_000_000m
            ? Money.FromDecimal(amount)
            : null;

    /// <summary>A percentage as people type it, or null when it is none that makes sense.</summary>
    public static decimal? ReadMarkup(string? text) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var markup) && markup <= 1000m
            ? markup
            : null;
}

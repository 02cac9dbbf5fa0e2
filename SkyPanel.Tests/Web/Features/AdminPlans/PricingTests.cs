using SkyPanel.Core.Data;
using SkyPanel.Web.Features.AdminPlans;

namespace SkyPanel.Tests.Web.Features.AdminPlans;

public sealed class PricingTests
{
    [Theory]
    [InlineData(0.0075, 25, 4, 0.0094)]
    [InlineData(5, 25, 2, 6.25)]
    [InlineData(0.00744, 0, 4, 0.0075)]
    [InlineData(12, 0, 2, 12)]
    public void Suggest_CostAndMarkup_RoundsUpSoThatNothingIsLost(double cost, double markup, int decimals, double expected) =>
        Assert.Equal(Money.FromDecimal((decimal)expected), Pricing.Suggest(Money.FromDecimal((decimal)cost), (decimal)markup, decimals));

    [Fact]
    public void Margin_IsOfThePriceAndNeverOverstated()
    {
        Assert.Equal(33.3m, Pricing.Margin(Money.FromDecimal(9m), Money.FromDecimal(6m)));
        Assert.Equal(-100m, Pricing.Margin(Money.FromDecimal(5m), Money.FromDecimal(10m)));
        Assert.Null(Pricing.Margin(Money.Zero, Money.FromDecimal(1m)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,50")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    [InlineData("ten")]
    public void Read_WhatIsNoPrice_IsNone(string text) => Assert.Null(Pricing.Read(text));

    [Fact]
    public void Read_APrice_IsExact() => Assert.Equal(new Money(15_000), Pricing.Read(" 0.0150 "));
}

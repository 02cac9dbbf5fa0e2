using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Plans;

public sealed class MarkupTests
{
    public static TheoryData<Markup, decimal, decimal, decimal, decimal> Prices => new()
    {
        { new Markup(30, Money.Zero, Money.Zero), 5m, 0.0075m, 6.5m, 0.0098m },
        { new Markup(0, Money.FromDecimal(2m), Money.Zero), 5m, 0.0075m, 7m, 0.0103m },
        { new Markup(10, Money.FromDecimal(1m), Money.FromDecimal(0.5m)), 5m, 0.0075m, 6.5m, 0.0097m },
        { new Markup(0, Money.Zero, Money.FromDecimal(1m)), 4m, 0.00595m, 4m, 0.006m },
    };

    [Theory]
    [MemberData(nameof(Prices))]
    public void Price_FollowsFromCost(Markup markup, decimal costMonth, decimal costHour, decimal month, decimal hour)
    {
        var cost = FakeCloud.Cost(costMonth, costHour);

        Assert.Equal((Money.FromDecimal(month), Money.FromDecimal(hour)), (markup.Month(cost), markup.Hour(cost)));
    }

    [Fact]
    public void Price_WithNoMarkupAtAll_IsNeverBelowCost()
    {
        var markup = new Markup(0, Money.Zero, Money.FromDecimal(0.01m));
        foreach (var micros in new long[] { 1, 99, 5_951, 7_500, 9_589, 123_456_789 })
        {
            var cost = new ProviderCost("USD", new Money(micros), new Money(micros));
            Assert.True(markup.Hour(cost) >= cost.Hourly && markup.Month(cost) >= cost.Monthly, $"{micros} was undercut");
        }
    }
}

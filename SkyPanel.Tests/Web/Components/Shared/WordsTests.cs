using SkyPanel.Core.Data;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Tests.Web.Components.Shared;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(7_500, "USD", PricePeriod.Hour, "$0.0075")]
    [InlineData(5_000_000, "USD", PricePeriod.Month, "$5.00")]
    [InlineData(1_234_567_890, "EUR", PricePeriod.None, "€1,234.57")]
    [InlineData(5_000_000, "CHF", PricePeriod.Month, "5.00 CHF")]
    [InlineData(-500_000, "USD", PricePeriod.None, "−$0.50")]
    [InlineData(0, "USD", PricePeriod.Month, "$0.00")]
    public void Money_ByPeriod_HasFourDecimalsAnHourAndTwoOtherwise(long micros, string currency, PricePeriod period, string expected) =>
        Assert.Equal(expected, MoneyWords.Format(new Money(micros), currency, period));

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(44, "just now")]
    [InlineData(50, "1 min ago")]
    [InlineData(-180, "in 3 min")]
    [InlineData(7_300, "2 h ago")]
    [InlineData(100_000, "1 day ago")]
    [InlineData(500_000, "5 days ago")]
    [InlineData(8_640_000, "4 Dec 2025")]
    public void Relative_SecondsAgo_ReadsAsPeopleSayIt(int seconds, string expected) =>
        Assert.Equal(expected, TimeWords.Relative(Now.AddSeconds(-seconds), Now));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(200, "3 min 20 s")]
    [InlineData(180, "3 min")]
    [InlineData(3_660, "1 h 1 min")]
    [InlineData(180_000, "2 d 2 h")]
    public void Span_Seconds_NamesTheTwoLargestUnits(int seconds, string expected) =>
        Assert.Equal(expected, TimeWords.Span(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Exact_OtherZone_IsSaidInUtc() =>
        Assert.Equal("14 Mar 2026, 12:00:00 UTC", TimeWords.Exact(Now.ToOffset(TimeSpan.FromHours(5))));

    [Fact]
    public void Status_EachOfThem_HasAWordOfItsOwn()
    {
        var words = Enum.GetValues<InstanceStatus>().Select(x => x.Word()).ToList();

        Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Status_OnlyRunning_LooksAsIfAllWereWell() =>
        Assert.Equal([InstanceStatus.Running], Enum.GetValues<InstanceStatus>().Where(x => x.Tone() is StatusTone.Success));
}

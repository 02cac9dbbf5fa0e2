using System.Globalization;
using System.Net;
using SkyPanel.Providers.Http;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Tests.Providers.Http.Limits;

public sealed class RateBucketTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Left_CallsUnderWayAndOver_CountUntilAWindowAfterTheirEnd()
    {
        var bucket = Bucket(3);

        bucket.Take();
        bucket.Take();
        bucket.Count(Start.AddSeconds(10));

        Assert.Equal(1, bucket.Left(Start.AddSeconds(69)));
        Assert.Equal(2, bucket.Left(Start.AddSeconds(70)));
        Assert.Equal(2, bucket.Left(Start.AddHours(1)));
    }

    [Fact]
    public void GiveBack_NeverSent_CountsNothing()
    {
        var bucket = Bucket(1);

        bucket.Take();
        bucket.GiveBack();

        Assert.Equal(1, bucket.Left(Start));
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("-3", 0)]
    [InlineData("99999999999", 10)]
    [InlineData("nonsense", 10)]
    public void Learn_Remaining_TheLowerWins(string remaining, int left)
    {
        var bucket = Bucket(10);

        bucket.Learn(Answer(("X-RateLimit-Remaining", remaining), ("X-RateLimit-Reset", Epoch(60))), Start);

        Assert.Equal(left, bucket.Left(Start));
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("400", 10)]
    [InlineData("0", 10)]
    [InlineData("-5", 10)]
    public void Learn_Limit_TheLowerWinsAndNonsenseIsLeft(string limit, int permits)
    {
        var bucket = Bucket(10);

        bucket.Learn(Answer(("ratelimit-limit", limit)), Start);

        Assert.Equal((permits, permits), (bucket.Permits, bucket.Left(Start)));
    }

    [Fact]
    public void Learn_LimitRaisedAgain_IsFollowed()
    {
        var bucket = Bucket(10);
        bucket.Learn(Answer(("ratelimit-limit", "4")), Start);

        bucket.Learn(Answer(("ratelimit-limit", "8")), Start);

        Assert.Equal(8, bucket.Permits);
    }

    /// <summary>-1 has been seen, and so has a time far in the future: at the least a second, at the most the window, and one for what is cut off.</summary>
    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1_788_264_030, 31)]
    [InlineData(long.MaxValue, 61)]
    public void Learn_Reset_IsClampedToTheWindow(long epoch, int freeAfterSeconds)
    {
        var bucket = Bucket(10);

        bucket.Learn(Answer(("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", Text(epoch))), Start);

        Assert.Equal(Start.AddSeconds(freeAfterSeconds), bucket.EarliestFor(1, Start));
        Assert.Equal(0, bucket.Left(Start.AddSeconds(freeAfterSeconds - 1)));
        Assert.Equal(10, bucket.Left(Start.AddSeconds(freeAfterSeconds)));
    }

    [Fact]
    public void Learn_ResetOfTheOldestCall_FreesOneAndNotAll()
    {
        var bucket = Bucket(10, RateHeaderMeaning.OldestCall);

        bucket.Learn(Answer(("ratelimit-remaining", "0"), ("ratelimit-reset", Epoch(20))), Start);

        Assert.Equal(0, bucket.Left(Start.AddSeconds(20)));
        Assert.Equal(1, bucket.Left(Start.AddSeconds(21)));
        Assert.Equal(10, bucket.Left(Start.AddSeconds(60)));
    }

    [Fact]
    public void Learn_OthersUnderWay_AreTakenAsNotCountedYet()
    {
        var bucket = Bucket(10);
        bucket.Take();
        bucket.Take();
        bucket.Count(Start);

        bucket.Learn(Answer(("X-RateLimit-Remaining", "3"), ("X-RateLimit-Reset", Epoch(60))), Start);

        Assert.Equal(2, bucket.Left(Start));
    }

    [Fact]
    public void Learn_HeadersOfAnotherLimit_ChangeNothing()
    {
        var bucket = Bucket(10, RateHeaderMeaning.None);

        bucket.Learn(Answer(("ratelimit-limit", "2"), ("ratelimit-remaining", "0"), ("ratelimit-reset", Epoch(30))), Start);

        Assert.Equal(10, bucket.Left(Start));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(3600, 60)]
    public void Hold_Refused_NobodyTriesBeforeTheWindowIsOver(int askedSeconds, int heldSeconds)
    {
        var bucket = Bucket(10);

        bucket.Hold(TimeSpan.FromSeconds(askedSeconds), Start);

        Assert.Equal(0, bucket.Left(Start.AddSeconds(heldSeconds - 1)));
        Assert.Equal(10, bucket.Left(Start.AddSeconds(heldSeconds)));
    }

    [Fact]
    public void EarliestFor_MoreThanIsFree_IsWhenThatManyAreForgotten()
    {
        var bucket = Bucket(3);
        for (var i = 0; i < 3; i++)
        {
            bucket.Take();
            bucket.Count(Start.AddSeconds(i));
        }

        var now = Start.AddSeconds(10);

        Assert.Equal(Start.AddSeconds(60), bucket.EarliestFor(1, now));
        Assert.Equal(Start.AddSeconds(62), bucket.EarliestFor(3, now));
        Assert.Equal(now + Minute, bucket.EarliestFor(4, now));
        Assert.Equal(now + (2 * Minute), bucket.EarliestFor(7, now));
    }

    private static RateBucket Bucket(int permits, RateHeaderMeaning headers = RateHeaderMeaning.Window)
        => new("test", new RateRule("test", permits, Minute, RateScope.Account, headers, _ => true));

    private static string Epoch(long secondsFromStart) => Text(Start.ToUnixTimeSeconds() + secondsFromStart);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static ProviderResponse Answer(params (string Name, string Value)[] headers)
        => new(HttpStatusCode.OK, headers.ToLookup(x => x.Name, x => x.Value, StringComparer.OrdinalIgnoreCase), "application/json", "{}");
}

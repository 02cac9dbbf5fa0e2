using System.Net;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers.Http;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Theory]
    [InlineData("-1509450059", 1)]
    [InlineData("0", 1)]
    [InlineData("12", 12)]
    [InlineData("2.5", 2.5)]
    [InlineData("999999999999", 3600)]
    [InlineData("Mon, 21 Sep 2026 14:13:50 GMT", 30)]
    public void Read_Header_IsClamped(string value, double seconds)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Read(Answer(429, ("Retry-After", value)), Now));

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    public void Read_Nonsense_IsNothing(string value) => Assert.Null(RetryAfter.Read(Answer(503, ("Retry-After", value)), Now));

    [Fact]
    public void Read_OnlyResetOnRateRefusal_CountsFromNow()
        => Assert.Equal(TimeSpan.FromSeconds(40), RetryAfter.Read(Answer(429, ("ratelimit-reset", "1790000040")), Now));

    [Fact]
    public void Read_ResetOnAnotherStatus_IsNothing() => Assert.Null(RetryAfter.Read(Answer(503, ("ratelimit-reset", "1790000040")), Now));

    [Fact]
    public void Read_NegativeReset_IsTheShortest()
        => Assert.Equal(RetryAfter.Shortest, RetryAfter.Read(Answer(429, ("X-RateLimit-Reset", "-1")), Now));

    private static ProviderResponse Answer(int status, params (string Name, string Value)[] headers)
        => new((HttpStatusCode)status, headers.ToLookup(x => x.Name, x => x.Value, StringComparer.OrdinalIgnoreCase), "application/json", "{}");
}

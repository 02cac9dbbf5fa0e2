namespace SkyPanel.Tests.Support;

/// <summary>For what another process does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer satisfies; past the limit fails with the last answer.</summary>
    public static async Task<T> BecomesAsync<T>(Func<CancellationToken, Task<T>> ask, Func<T, bool> satisfies, TimeSpan limit)
    {
        using var timer = new PeriodicTimer(Between);
        var giveUpAt = TimeProvider.System.GetUtcNow() + limit;
        while (true)
        {
            var answer = await ask(TestContext.Current.CancellationToken);
            if (satisfies(answer))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetUtcNow() < giveUpAt, $"After {limit} it still is: {answer}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}

using SkyPanel.Core.Operations;

namespace SkyPanel.Tests.Support;

/// <summary>Works operations through without a background worker: takes what is due, then moves the clock to what is due next.</summary>
internal static class OperationDriver
{
    private const int MostSteps = 400;

    /// <summary>Until nothing is left to do, or the clock has moved <paramref name="within"/>.</summary>
    public static async Task DriveAsync(this CoreHost host, TimeSpan? within = null)
    {
        var end = host.Time.GetUtcNow() + (within ?? TimeSpan.FromHours(2));
        for (var step = 0; step < MostSteps; step++)
        {
            await host.StepAsync();
            var next = await host.Get<OperationClaims>().NextDueAsync(TestContext.Current.CancellationToken);
            if (next is null || next > end)
            {
                return;
            }

            if (next > host.Time.GetUtcNow())
            {
                host.Time.Advance(next.Value - host.Time.GetUtcNow());
            }
        }

        Assert.Fail($"Not done after {MostSteps} steps.");
    }

    /// <summary>One step of everything that is due now.</summary>
    public static async Task<int> StepAsync(this CoreHost host)
    {
        var claims = await host.Get<OperationClaims>().TakeAsync(100, TestContext.Current.CancellationToken);
        foreach (var claim in claims)
        {
            await host.Get<OperationRunner>().RunAsync(claim, TestContext.Current.CancellationToken);
        }

        return claims.Count;
    }
}

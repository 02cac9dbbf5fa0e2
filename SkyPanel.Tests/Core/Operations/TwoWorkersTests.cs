using SkyPanel.Core.Operations;

namespace SkyPanel.Tests.Core.Operations;

public sealed class TwoWorkersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Workers_TwoOnOneDatabase_SendEachCreateOnceAndShareTheWork()
    {
        const int All = 200;
        await using var pair = await WorkerPair.StartAsync(All);

        await pair.WorkAsync(() => Task.CompletedTask);

        Assert.Equal((All, All, All), (pair.Sent, pair.Marks, pair.Machines));
        Assert.Equal(All, await pair.CountAsync(x => x.State == OperationState.Succeeded && x.Attempts == 1));
        Assert.Equal(All, pair.FirstsPasses.Of("create.answered") + pair.SecondsPasses.Of("create.answered"));
        Assert.InRange(pair.FirstsPasses.Of("create.answered"), 1, All - 1);
    }

    /// <summary>The database goes away for moments, as in a failover: in the middle of claims, of steps, and between a request and its record.</summary>
    [Fact]
    public async Task Workers_ConnectionsCutAgainAndAgain_MakeEachMachineOnce()
    {
        const int All = 100;
        await using var pair = await WorkerPair.StartAsync(All);

        await pair.WorkAsync(async () =>
        {
            while (pair.Machines < All / 2)
            {
                await pair.CutConnectionsAsync();
                await Task.Delay(100, Token);
            }
        });

        Assert.Equal((All, All), (pair.Marks, pair.Machines));
        Assert.Equal(All, await pair.CountAsync(x => x.State == OperationState.Succeeded));
    }
}

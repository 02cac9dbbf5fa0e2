using SkyPanel.Core.Data.Failpoints;

namespace SkyPanel.Tests.Support;

/// <summary>Breaks the process off, as far as its own code can tell, the first time it passes one point; notes every point passed.</summary>
internal sealed class FaultAt(string name) : IFailpoints
{
    private int _done;

    public HashSet<string> Passed { get; } = new(StringComparer.Ordinal);

    public ValueTask HitAsync(string point, CancellationToken cancellationToken)
    {
        Passed.Add(point);
        return string.Equals(point, name, StringComparison.Ordinal) && Interlocked.Exchange(ref _done, 1) == 0
            ? throw new BrokenOffException(point)
            : ValueTask.CompletedTask;
    }

    internal sealed class BrokenOffException(string point) : Exception($"Broken off at {point}.");
}

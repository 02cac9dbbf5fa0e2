using System.Diagnostics;

namespace SkyPanel.Core.Data.Failpoints;

/// <summary>Kills this process, as a power cut would, the n-th time it passes one point. For crash tests; never registered in Production.</summary>
public sealed class KillAtFailpoint : IFailpoints
{
    private readonly string _name;
    private int _passesLeft;

    /// <summary>Reads the setting.</summary>
    /// <param name="setting">The point's name, with <c>:n</c> behind it to let n − 1 passes through.</param>
    public KillAtFailpoint(string setting)
    {
        var parts = setting.Split(':', 2);
        _name = parts[0];
        _passesLeft = parts.Length == 2 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
    }

    public async ValueTask HitAsync(string name, CancellationToken cancellationToken)
    {
        if (string.Equals(name, _name, StringComparison.Ordinal) && Interlocked.Decrement(ref _passesLeft) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        }
    }
}

namespace SkyPanel.Core.Data;

/// <summary>For servers that look after their own locking.</summary>
internal sealed class NoLock : IAsyncDisposable
{
    public static NoLock Instance { get; } = new();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

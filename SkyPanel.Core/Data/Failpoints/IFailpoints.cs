namespace SkyPanel.Core.Data.Failpoints;

/// <summary>
/// Named places before and after each commit and provider call, where tests and the crash scripts may stop the world. In Production nothing
/// is registered behind it.
/// </summary>
public interface IFailpoints
{
    /// <summary>Passes through the point called <paramref name="name"/>.</summary>
    ValueTask HitAsync(string name, CancellationToken cancellationToken);
}

/// <summary>Lets everything pass.</summary>
internal sealed class NoFailpoints : IFailpoints
{
    public ValueTask HitAsync(string name, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}

namespace SkyPanel.Providers.Http.Limits;

/// <summary>A call did not get its turn here and was never sent.</summary>
internal sealed class GateRefusedException(string why, TimeSpan? wait) : Exception(why)
{
    /// <summary>How long its turn would have taken, where that is known.</summary>
    public TimeSpan? Wait { get; } = wait;
}

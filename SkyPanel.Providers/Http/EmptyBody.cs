namespace SkyPanel.Providers.Http;

/// <summary>
/// For a POST that has nothing to say. Not the same as no body: the network stack may send a request without one again by itself when a
/// kept connection breaks, and a restart must not happen twice.
/// </summary>
internal sealed class EmptyBody
{
    public static readonly EmptyBody Value = new();
}

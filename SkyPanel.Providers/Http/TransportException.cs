using System.Net.Http;

namespace SkyPanel.Providers.Http;

/// <summary>No answer came. Stays inside this project; without the original, which holds the request and with it the token.</summary>
internal sealed class TransportException(string what, bool neverSent) : Exception(what)
{
    /// <summary>Proven: no connection came about, so not a byte of the request left.</summary>
    public bool NeverSent { get; } = neverSent;

    public static TransportException From(Exception exception)
    {
        var http = Chain(exception).OfType<HttpRequestException>().FirstOrDefault();
        return http is null
            ? new TransportException(Chain(exception).Last().GetType().Name, neverSent: false)
            : new TransportException(http.HttpRequestError.ToString(), IsBeforeConnection(http.HttpRequestError));
    }

    private static bool IsBeforeConnection(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}

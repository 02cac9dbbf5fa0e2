using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Flurl.Http;
using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>
/// Sends an adapter's calls for one account, through that account's pipeline, and turns every failure into a
/// <see cref="ProviderException"/>. The only place that knows Flurl. The token goes into the Authorization header and nowhere else.
/// </summary>
internal sealed class ProviderHttpClient(
    HttpClient http, Uri baseAddress, ProviderConnection connection, AccountPipeline pipeline, IErrorReader errors, ProviderMetrics metrics, TimeProvider time)
{
    /// <summary>The named client that carries all providers' traffic.</summary>
    public const string ClientName = "SkyPanel.Providers";

    private readonly IFlurlClient _flurl = new FlurlClient(http).Configure(settings => settings.Timeout = null);

    public ProviderType Type => connection.Type;

    public ProviderMetrics Metrics => metrics;

    /// <summary>Whether the token begins like this; vendors tell no more than a beginning of the tokens that they list.</summary>
    public bool TokenBeginsWith(string text) => connection.Token.StartsWith(text, StringComparison.Ordinal);

    /// <summary>Sends and returns a 2xx answer; anything else is thrown.</summary>
    public async Task<ProviderResponse> SendAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        ProviderErrorCode? failed = null;
        try
        {
            var response = await RunAsync(request, cancellationToken);
            return response.IsSuccess ? response : throw ErrorNormalizer.FromResponse(request, response, errors.Read(response), time.GetUtcNow());
        }
        catch (ProviderException exception)
        {
            failed = exception.Error.Code;
            throw new ProviderException(WithoutToken(exception.Error) with { CorrelationId = CorrelationId() });
        }
        finally
        {
            metrics.Call(Type, request.Method, failed, time.GetElapsedTime(started));
        }
    }

    private async Task<ProviderResponse> RunAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        RequireToken();
        var call = pipeline.Begin(request, connection.Priority);
        try
        {
            return await pipeline.RunAsync(call, SendOnceAsync, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not ProviderException)
        {
            throw ErrorNormalizer.FromFailure(call, exception);
        }
    }

    private async Task<ProviderResponse> SendOnceAsync(CallState call, CancellationToken cancellationToken)
    {
        var request = _flurl.Request(new Uri(baseAddress, call.Request.Path).AbsoluteUri)
            .AllowAnyHttpStatus()
            .WithOAuthBearerToken(connection.Token)
            .WithHeader("Accept", "application/json")
            .WithHeader("User-Agent", "SkyPanel");
        foreach (var (name, value) in call.Request.Headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            request = request.WithHeader(name, value);
        }

        try
        {
            using var content = Content(call.Request.Body);
            cancellationToken.ThrowIfCancellationRequested();
            call.Sent = true;
            using var response = await request.SendAsync(call.Request.Method, content, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception exception)
        {
            // Flurl wraps a cancellation; the pipeline must see it as one to know its own time-out.
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportException.From(exception);
        }
    }

    private static async Task<ProviderResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        response.StatusCode,
        response.Headers.SelectMany(x => x.Value, (x, value) => (x.Key, value))
            .ToLookup(x => x.Key, x => x.value, StringComparer.OrdinalIgnoreCase),
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(cancellationToken));

    private static ByteArrayContent? Content(object? body) => body switch
    {
        null => null,
        EmptyBody => new ByteArrayContent([]),
        _ => new StringContent(WireJson.Write(body), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
    };

    private void RequireToken()
    {
        if (string.IsNullOrWhiteSpace(connection.Token))
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.MissingCredentials, "The account has no token");
        }

        if (connection.Token.Any(x => x is <= ' ' or > '~'))
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.InvalidCredentials, "The account's token holds characters that no token has");
        }
    }

    /// <summary>What happened here and elsewhere for the same request of a person is found by one id.</summary>
    private static string CorrelationId() => Activity.Current?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("N");

    /// <summary>A vendor, or a proxy before it, may quote what we sent.</summary>
    private ProviderError WithoutToken(ProviderError error) => string.IsNullOrWhiteSpace(connection.Token)
        ? error
        : error with { AdminText = error.AdminText.Replace(connection.Token, "(token)", StringComparison.Ordinal) };
}

using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>The verbs that adapters speak in.</summary>
internal static class ProviderCalls
{
    public static Task<T> GetAsync<T>(
        this ProviderHttpClient client, string path, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? headers = null)
        where T : class
        => client.ReadAsync<T>(new ProviderRequest(HttpMethod.Get, path, Headers: headers), cancellationToken);

    /// <summary>Null when the vendor answers 404.</summary>
    public static async Task<T?> FindAsync<T>(this ProviderHttpClient client, string path, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await client.GetAsync<T>(path, cancellationToken);
        }
        catch (ProviderException exception) when (exception.Error.Code == ProviderErrorCode.InstanceNotFound)
        {
            return null;
        }
    }

    /// <summary>Sent once, whatever happens.</summary>
    public static Task<T> PostAsync<T>(this ProviderHttpClient client, string path, object body, CancellationToken cancellationToken)
        where T : class
        => client.ReadAsync<T>(new ProviderRequest(HttpMethod.Post, path, body), cancellationToken);

    /// <summary>Sent once, whatever happens; of the answer only the status counts.</summary>
    public static Task PostAsync(this ProviderHttpClient client, string path, object body, CancellationToken cancellationToken)
        => client.SendAsync(new ProviderRequest(HttpMethod.Post, path, body), cancellationToken);

    /// <summary>What a vendor refuses here without a word that we know is the machine's state, not the caller's input.</summary>
    public static async Task ActAsync(this ProviderHttpClient client, ProviderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(request, cancellationToken);
        }
        catch (ProviderException exception) when (exception.Error.Code == ProviderErrorCode.Validation)
        {
            throw new ProviderException(exception.Error with
            {
                Code = ProviderErrorCode.InvalidAction,
                Text = ProviderErrorTable.Of(ProviderErrorCode.InvalidAction).Text,
            });
        }
    }

    /// <summary>What is already gone counts as deleted.</summary>
    public static async Task DeleteAsync(this ProviderHttpClient client, string path, CancellationToken cancellationToken, object? body = null)
    {
        try
        {
            await client.SendAsync(new ProviderRequest(HttpMethod.Delete, path, body), cancellationToken);
        }
        catch (ProviderException exception) when (exception.Error.Code == ProviderErrorCode.InstanceNotFound)
        {
            // Gone is what was asked for.
        }
    }

    private static async Task<T> ReadAsync<T>(this ProviderHttpClient client, ProviderRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var response = await client.SendAsync(request, cancellationToken);
        return WireJson.Read<T>(response.Body) ?? throw ErrorNormalizer.Unreadable(request, response);
    }
}

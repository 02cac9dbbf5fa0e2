using System.Globalization;
using System.Text.Json;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>Reads the vendor's listings, which may be filtered by a header.</summary>
internal static class LinodeLists
{
    private const int LargestPage = 500;

    public static Task<IReadOnlyList<T>> ListAsync<T>(
        this ProviderHttpClient client, string path, Func<T, object> identity, CancellationToken cancellationToken, object? filter = null)
    {
        var headers = filter is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { ["X-Filter"] = JsonSerializer.Serialize(filter) };
        return Paging.ReadAllAsync(
            async number => (await client.GetAsync<LinodePage<T>>(
                string.Create(CultureInfo.InvariantCulture, $"{path}?page={number}&page_size={LargestPage}"), cancellationToken, headers)).ToPage(),
            identity);
    }

    public static Dictionary<string, object> Where(string field, object value) => new(StringComparer.Ordinal) { [field] = value };
}

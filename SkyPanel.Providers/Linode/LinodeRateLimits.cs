using SkyPanel.Providers.Http;
using SkyPanel.Providers.Http.Limits;

namespace SkyPanel.Providers.Linode;

/// <summary>The limits as the vendor publishes them: by operation, told in the headers of every answer.</summary>
internal static class LinodeRateLimits
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The special ones before the general ones.</summary>
    public static readonly IReadOnlyList<RateRule> Rules =
    [
        Rule("create", 20, TimeSpan.FromSeconds(15), x => x.Method == HttpMethod.Post && x.PathWithoutQuery is "linode/instances"),
        Rule("images", 20, Minute, x => IsList(x, "images")),
        Rule("stackscripts", 60, Minute, x => IsList(x, "linode/stackscripts")),
        Rule("lists", 200, Minute, x => x.Method == HttpMethod.Get && x.Path.Contains("page=", StringComparison.Ordinal)),
        Rule("general", 1600, Minute, _ => true),
    ];

    private static RateRule Rule(string name, int permits, TimeSpan window, Func<ProviderRequest, bool> covers)
        => new(name, permits, window, RateScope.Operation, RateHeaderMeaning.Window, covers);

    private static bool IsList(ProviderRequest request, string path)
        => request.Method == HttpMethod.Get && string.Equals(request.PathWithoutQuery, path, StringComparison.Ordinal);
}

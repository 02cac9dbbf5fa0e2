using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

internal sealed class LinodeStackScripts(ProviderHttpClient client) : IStackScriptCatalog
{
    private const string Scripts = "linode/stackscripts";
    private const int ShortestSearch = 3;

    public async Task<IReadOnlyList<ProviderScript>> ListOwnScriptsAsync(CancellationToken cancellationToken)
        => Map(await client.ListAsync<LinodeScript>(Scripts, x => x.Id, cancellationToken, LinodeLists.Where("mine", value: true)));

    /// <summary>There are thousands of public ones, so they are never read all.</summary>
    public async Task<IReadOnlyList<ProviderScript>> SearchPublicScriptsAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Trim() is not { Length: >= ShortestSearch } words)
        {
            throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "A search for scripts needs three letters", Fields.Script);
        }

        var filter = LinodeLists.Where("is_public", value: true);
        filter["label"] = LinodeLists.Where("+contains", words);
        return Map(await client.ListAsync<LinodeScript>(Scripts, x => x.Id, cancellationToken, filter));
    }

    public async Task<ProviderScript?> FindScriptAsync(string id, CancellationToken cancellationToken)
        => InstanceId.TryParse(id) is { } number && await client.FindAsync<LinodeScript>($"{Scripts}/{number}", cancellationToken) is { } found
            ? found.ToScript()
            : null;

    private static IReadOnlyList<ProviderScript> Map(IEnumerable<LinodeScript> scripts) => [.. scripts.Select(x => x.ToScript())];
}

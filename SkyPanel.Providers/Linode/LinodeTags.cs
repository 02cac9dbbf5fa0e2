using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.Linode;

/// <summary>The vendor takes the whole list of tags, so it is read and written back: of two changes at once the later one wins.</summary>
internal sealed class LinodeTags(ProviderHttpClient client) : ITagging
{
    public Task AddTagAsync(string id, string tag, CancellationToken cancellationToken)
        => ChangeAsync(id, tag, (tags, wanted) => tags.Append(wanted), cancellationToken);

    public Task RemoveTagAsync(string id, string tag, CancellationToken cancellationToken)
        => ChangeAsync(id, tag, (tags, unwanted) => tags.Where(x => !string.Equals(x, unwanted, StringComparison.Ordinal)), cancellationToken);

    private async Task ChangeAsync(
        string id, string tag, Func<IEnumerable<string>, string, IEnumerable<string>> change, CancellationToken cancellationToken)
    {
        TagText.Require(tag);
        var path = $"{LinodeProviderService.Instances}/{InstanceId.Require(id)}";
        var before = (await client.GetAsync<LinodeInstance>(path, cancellationToken)).Tags ?? [];
        IReadOnlyList<string> after = [.. change(before, tag).Distinct(StringComparer.Ordinal)];
        if (after.Count != before.Count)
        {
            await client.SendAsync(new ProviderRequest(HttpMethod.Put, path, new LinodeTagsRequest(after)), cancellationToken);
        }
    }
}

internal sealed record LinodeTagsRequest(IReadOnlyList<string> Tags);

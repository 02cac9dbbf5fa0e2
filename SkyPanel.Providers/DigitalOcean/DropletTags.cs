using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

internal sealed class DropletTags(ProviderHttpClient client) : ITagging
{
    private const string Tags = "tags";

    /// <summary>A tag must exist before it can be set.</summary>
    public async Task AddTagAsync(string id, string tag, CancellationToken cancellationToken)
    {
        var (path, tagged) = (Path(tag), Droplet(id));
        try
        {
            await client.PostAsync(path, tagged, cancellationToken);
        }
        catch (ProviderException exception) when (exception.Error.Code == ProviderErrorCode.InstanceNotFound)
        {
            await client.PostAsync(Tags, new TagRequest(tag), cancellationToken);
            await client.PostAsync(path, tagged, cancellationToken);
        }
    }

    public Task RemoveTagAsync(string id, string tag, CancellationToken cancellationToken)
        => client.DeleteAsync(Path(tag), cancellationToken, Droplet(id));

    private static string Path(string tag) => $"{Tags}/{TagText.Require(tag)}/resources";

    private static TaggedRequest Droplet(string id) => new([new TaggedResource(InstanceId.Require(id), "droplet")]);
}

internal sealed record TagRequest(string Name);

internal sealed record TaggedRequest(IReadOnlyList<TaggedResource> Resources);

internal sealed record TaggedResource(string ResourceId, string ResourceType);

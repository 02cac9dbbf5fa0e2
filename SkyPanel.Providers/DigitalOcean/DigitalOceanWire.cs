using System.Globalization;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers.DigitalOcean;

internal sealed record DigitalOceanError(
    string? Id = null, string? Message = null, string? RequestId = null, DigitalOceanErrorAttributes? ErrorAttributes = null);

internal sealed record DigitalOceanErrorAttributes(IReadOnlyList<string>? AvailableRegions = null);

internal sealed record DigitalOceanLinks(DigitalOceanPages? Pages = null)
{
    /// <summary>Only the number is taken from the address: what host it names does not matter, and the token stays where it belongs.</summary>
    public int? NextPage => Pages?.Next is { } next && Uri.TryCreate(next, UriKind.RelativeOrAbsolute, out _)
        ? next.Split('?', '&').Select(PageOf).FirstOrDefault(x => x is not null)
        : null;

    private static int? PageOf(string parameter)
        => parameter.StartsWith("page=", StringComparison.Ordinal) && int.TryParse(parameter.AsSpan("page=".Length), CultureInfo.InvariantCulture, out var page) ? page : null;
}

internal sealed record DigitalOceanPages(string? Next = null);

internal sealed record DigitalOceanMeta(int? Total = null);

/// <summary>What every listing has beside its items.</summary>
internal abstract record DigitalOceanListing<T>(DigitalOceanLinks? Links, DigitalOceanMeta? Meta)
{
    protected abstract IReadOnlyList<T> Items { get; }

    public Page<T> ToPage() => new(Items, Links?.NextPage, Meta?.Total);
}

internal sealed record AccountAnswer(DigitalOceanAccount Account);

internal sealed record DigitalOceanAccount(string? Email = null, int? DropletLimit = null, string? Status = null, string? StatusMessage = null, DigitalOceanTeam? Team = null);

internal sealed record DigitalOceanTeam(string? Name = null);

internal sealed record SshKeyAnswer(SshKey SshKey);

internal sealed record SshKey(string Fingerprint);

internal sealed record SshKeyRequest(string Name, string PublicKey);

internal sealed record ActionRequest(string Type, string? Name = null);

internal sealed record ActionListing(IReadOnlyList<DropletAction> Actions, DigitalOceanLinks? Links = null, DigitalOceanMeta? Meta = null)
    : DigitalOceanListing<DropletAction>(Links, Meta)
{
    protected override IReadOnlyList<DropletAction> Items => Actions;
}

internal sealed record DropletAction(long Id, string? Status = null, string? Type = null);

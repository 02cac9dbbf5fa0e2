using System.Collections.Frozen;
using SkyPanel.Core.Providers.Capabilities;

namespace SkyPanel.Providers.Linode;

internal sealed record LinodeScript(
    long Id,
    string? Label = null,
    string? Description = null,
    string? Username = null,
    bool Mine = false,
    IReadOnlyList<string>? Images = null,
    IReadOnlyList<LinodeScriptField>? UserDefinedFields = null)
{
    private const string AnyImage = "any/all";

    public ProviderScript ToScript() => new(
        InstanceId.Text(Id),
        Label ?? InstanceId.Text(Id),
        Description ?? "",
        Username ?? "",
        Mine,
        Images is null || Images.Contains(AnyImage, StringComparer.Ordinal) ? null : Images.ToFrozenSet(StringComparer.Ordinal),
        [.. (UserDefinedFields ?? []).Where(x => x.IsQuestion).Select(x => x.ToField())]);
}

internal sealed record LinodeScriptField(
    string? Name = null,
    string? Label = null,
    string? Default = null,
    string? Example = null,
    string? Oneof = null,
    string? Manyof = null,
    string? Header = null)
{
    /// <summary>The vendor marks no field as secret; its own pages go by the name. More words here: a mask too many does no harm.</summary>
    private static readonly string[] SecretWords = ["password", "passwd", "passphrase", "secret", "token", "apikey", "api_key", "api key", "private key", "private_key"];

    /// <summary>Headings stand among the questions.</summary>
    public bool IsQuestion => Name is { Length: > 0 } && !string.Equals(Header, "yes", StringComparison.OrdinalIgnoreCase);

    public ProviderScriptField ToField() => new(
        Name ?? "",
        Label ?? Name ?? "",
        (Oneof ?? Manyof)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Manyof is not null,
        Default,
        Example,
        Array.Exists(SecretWords, x => $"{Name} {Label}".Contains(x, StringComparison.OrdinalIgnoreCase)));
}

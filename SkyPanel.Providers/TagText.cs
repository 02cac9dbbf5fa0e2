using System.Buffers;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers;

/// <summary>Tags that people set: nothing that needs escaping in a path, and nothing that could be taken for our mark.</summary>
internal static class TagText
{
    private const int Longest = 50;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:");

    /// <exception cref="ProviderException">Validation.</exception>
    public static string Require(string tag)
        => tag.Length is > 0 and <= Longest && tag.AsSpan().IndexOfAnyExcept(Allowed) < 0 && !OwnMark.Is(tag.ToLowerInvariant())
            ? tag
            : throw ErrorNormalizer.Refuse(ProviderErrorCode.Validation, "A tag has letters, digits, - _ and :, at most 50, and is not one of our marks", Fields.Tag);
}

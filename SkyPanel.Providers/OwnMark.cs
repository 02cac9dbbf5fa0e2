using System.Buffers;

namespace SkyPanel.Providers;

/// <summary>Our mark at a provider: <c>sp-</c> and the operation's id as 32 lower-case hex digits.</summary>
internal static class OwnMark
{
    private const string Prefix = "sp-";
    private const int Length = 35;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static bool Is(string text)
        => text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text.AsSpan(Prefix.Length).IndexOfAnyExcept(HexDigits) < 0;

    public static string? Among(IEnumerable<string> texts) => texts.FirstOrDefault(Is);
}

using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SkyPanel.Core.Data.PostgreSql;

/// <summary>
/// PostgreSQL refuses what the other databases take: a NUL or half a surrogate pair in a text, and moments not in UTC. Texts come from
/// providers, addresses and cutting at a length; none of that may stop an operation from being written down, so it is set right on the way.
/// </summary>
internal sealed class StorableValues : DbCommandInterceptor
{
    private const char Replacement = '\uFFFD';

    public static StorableValues Instance { get; } = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        foreach (DbParameter parameter in result.Parameters)
        {
            parameter.Value = Storable(parameter.Value);
        }

        return result;
    }

    private static object? Storable(object? value) => value switch
    {
        string text => Storable(text),
        string[] texts => Array.ConvertAll(texts, Storable),
        List<string> texts => texts.ConvertAll(Storable),
        DateTimeOffset moment => moment.ToUniversalTime(),
        _ => value,
    };

    private static string Storable(string text) => IsStorable(text) ? text : Repair(text);

    private static bool IsStorable(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (text[..at].Contains('\0') || Rune.DecodeFromUtf16(text[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[(at + length)..];
        }

        return !text.Contains('\0');
    }

    /// <summary>Enumerating runes gives the replacement sign for what is no rune.</summary>
    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(rune.Value == 0 ? Replacement.ToString() : rune.ToString());
        }

        return repaired.ToString();
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace SkyPanel.Simulator.Linode;

/// <summary>Comparing one field of an item with what a filter says of it.</summary>
internal static class FilterValue
{
    public static IReadOnlySet<string> Operators { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "+gt", "+gte", "+lt", "+lte", "+contains", "+neq" };

    /// <summary>The value at a name such as <c>entity.id</c>; null when a step is missing.</summary>
    public static JsonNode? At(JsonObject item, string path)
    {
        JsonNode? node = item;
        foreach (var step in path.Split('.'))
        {
            node = (node as JsonObject)?[step];
        }

        return node;
    }

    /// <summary>An array satisfies a condition when one of its elements does.</summary>
    public static bool Satisfies(JsonNode? actual, JsonNode? wanted) => actual is JsonArray elements
        ? elements.Any(element => Satisfies(element, wanted))
        : wanted is JsonObject operators
            ? operators.All(part => Holds(actual, part.Key, part.Value))
            : Compare(actual, wanted) == 0;

    public static int Compare(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        return left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number
            ? Number(left).CompareTo(Number(right))
            : string.CompareOrdinal(left.ToString(), right.ToString());
    }

    private static bool Holds(JsonNode? actual, string sign, JsonNode? wanted) => sign switch
    {
        "+gt" => Compare(actual, wanted) > 0,
        "+gte" => Compare(actual, wanted) >= 0,
        "+lt" => Compare(actual, wanted) < 0,
        "+lte" => Compare(actual, wanted) <= 0,
        "+neq" => Compare(actual, wanted) != 0,
        _ => actual is not null && wanted is not null && actual.ToString().Contains(wanted.ToString(), StringComparison.OrdinalIgnoreCase),
    };

    private static decimal Number(JsonNode node) => JsonSerializer.Deserialize<decimal>(node);
}

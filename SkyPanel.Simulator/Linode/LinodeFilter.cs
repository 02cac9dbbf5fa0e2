using System.Text.Json;
using System.Text.Json.Nodes;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode;

/// <summary>The X-Filter header: which items, in which order.</summary>
internal sealed class LinodeFilter
{
    private readonly JsonObject _root;
    private readonly HashSet<string> _filterable;

    private LinodeFilter(JsonObject root, IEnumerable<string> filterable)
    {
        _root = root;
        _filterable = new HashSet<string>(filterable, StringComparer.Ordinal);
        Check(root);
        if (OrderBy is { } field)
        {
            CheckField(field);
        }
    }

    private string? OrderBy => (string?)_root["+order_by"];

    private bool Descending => string.Equals((string?)_root["+order"], "desc", StringComparison.Ordinal);

    /// <summary>Null without a header; a header that cannot be understood is refused.</summary>
    public static LinodeFilter? Read(string header, IEnumerable<string> filterable)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(header) is JsonObject root ? new LinodeFilter(root, filterable) : throw Refused("Must be a JSON object");
        }
        catch (JsonException)
        {
            throw Refused("Invalid JSON");
        }
        catch (InvalidOperationException)
        {
            throw Refused("Invalid value");
        }
    }

    public IReadOnlyList<JsonObject> Apply(IEnumerable<JsonObject> items)
    {
        var matches = items.Where(item => Matches(_root, item));
        if (OrderBy is { } field)
        {
            var values = Comparer<JsonNode?>.Create(FilterValue.Compare);
            matches = Descending
                ? matches.OrderByDescending(item => FilterValue.At(item, field), values)
                : matches.OrderBy(item => FilterValue.At(item, field), values);
        }

        return [.. matches];
    }

    private static RefusedException Refused(string reason) => new(LinodeErrors.Field("X-Filter", reason));

    private static bool Matches(JsonObject condition, JsonObject item) => condition.All(part => part.Key switch
    {
        "+and" => part.Value!.AsArray().All(inner => Matches(inner!.AsObject(), item)),
        "+or" => part.Value!.AsArray().Any(inner => Matches(inner!.AsObject(), item)),
        "+order_by" or "+order" => true,
        _ => FilterValue.Satisfies(FilterValue.At(item, part.Key), part.Value),
    });

    private void Check(JsonObject condition)
    {
        foreach (var (key, value) in condition)
        {
            if (key is "+and" or "+or")
            {
                foreach (var inner in value?.AsArray() ?? throw Refused("Invalid value"))
                {
                    Check(inner?.AsObject() ?? throw Refused("Invalid value"));
                }
            }
            else if (key is not ("+order_by" or "+order"))
            {
                CheckField(key);
                if (value is JsonObject operators && operators.FirstOrDefault(pair => !FilterValue.Operators.Contains(pair.Key)).Key is { } unknown)
                {
                    throw Refused($"Unknown operator {unknown}");
                }
            }
        }
    }

    private void CheckField(string field)
    {
        if (!_filterable.Contains(field))
        {
            throw Refused($"Cannot filter on {field}");
        }
    }
}

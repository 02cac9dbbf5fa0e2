using System.Text.Json;

namespace SkyPanel.Simulator.Http;

/// <summary>A request's JSON object, read without regard to its content type, as the vendors do; an absent body is an empty object.</summary>
internal sealed class JsonBody(JsonElement root)
{
    public static JsonBody Empty { get; } = new(JsonDocument.Parse("{}").RootElement);

    /// <summary>Null when the body is not a JSON object.</summary>
    public static async Task<JsonBody?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
        {
            return Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(buffer.ToArray());
            return document.RootElement.ValueKind == JsonValueKind.Object ? new JsonBody(document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public bool Has(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The text, or the digits of a number; null when absent, null or of another kind.</summary>
    public string? Text(string name) => root.TryGetProperty(name, out var value) ? AsText(value) : null;

    public bool? Flag(string name) => root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : null;

    public double? Number(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : null;

    /// <summary>The texts and numbers of an array as text; null when there is no array.</summary>
    public IReadOnlyList<string>? Texts(string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(AsText).OfType<string>()]
            : null;

    public JsonBody? Object(string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new JsonBody(value) : null;

    /// <summary>The objects of an array; none when there is no array.</summary>
    public IReadOnlyList<JsonBody> Objects(string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new JsonBody(item))]
            : [];

    public JsonElement? Raw(string name) => root.TryGetProperty(name, out var value) ? value : null;

    public IEnumerable<(string Name, string Value)> TextPairs()
        => root.EnumerateObject().Select(property => (property.Name, AsText(property.Value) ?? ""));

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}

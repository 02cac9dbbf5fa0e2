using System.Text.Json;
using System.Text.Json.Serialization;

namespace SkyPanel.Simulator.Control;

/// <summary>How the control reads and writes: snake_case names, and camelCase ones are understood too.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly JsonSerializerOptions CamelCase = new(Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Null when the body is not such an object.</summary>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            var hasSnakes = document.RootElement.EnumerateObject().Any(property => property.Name.Contains('_', StringComparison.Ordinal));
            return document.RootElement.Deserialize<T>(hasSnakes ? Options : CamelCase);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

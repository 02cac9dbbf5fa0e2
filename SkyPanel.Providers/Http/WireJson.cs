using System.Text.Json;
using System.Text.Json.Serialization;

namespace SkyPanel.Providers.Http;

/// <summary>
/// How vendors write: snake_case, members come and go, numbers may be strings. A member that a wire record cannot do without is a
/// constructor parameter without default, and its absence makes the answer unreadable.
/// </summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        AllowTrailingCommas = true,
        Converters = { new WireTextConverter() },
    };

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>The value, or null when the text is not what was expected.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

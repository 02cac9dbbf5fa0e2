using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SkyPanel.Simulator.Http;

/// <summary>How answers are written: names as given by the mapping, nothing escaped that needs not be.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Json { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Linode's dates: UTC without saying so.</summary>
    public static string LinodeDate(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>DigitalOcean's dates.</summary>
    public static string ZuluDate(DateTimeOffset moment) => LinodeDate(moment) + "Z";

    public static async Task WriteAsync(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Body.GetType(), Json);
            response.ContentType = "application/json";
            response.ContentLength = json.Length;
            await response.Body.WriteAsync(json, response.HttpContext.RequestAborted);
        }
    }
}

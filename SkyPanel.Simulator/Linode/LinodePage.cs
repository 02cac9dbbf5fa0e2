using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode;

/// <summary>A filtered, ordered, paged collection in Linode's envelope.</summary>
internal static class LinodePage
{
    private const int DefaultSize = 100;

    /// <param name="filterable">The fields that X-Filter may name; the vendor's description lists them for each collection.</param>
    public static Answer Of<T>(LinodeCall call, IReadOnlyList<T> items, Func<T, object> wire, params string[] filterable)
    {
        var page = Number(call, "page", 1, 1, int.MaxValue, "Must be greater than 0");
        var size = Number(call, "page_size", DefaultSize, 25, 500, "Must be 25-500");
        var filter = LinodeFilter.Read(call.Request.Headers["X-Filter"].ToString(), filterable);
        if (filter is null)
        {
            return Envelope(items.Count, page, size, (skip, take) => [.. items.Skip(skip).Take(take).Select(wire)]);
        }

        var matches = filter.Apply(items.Select(item => (JsonObject)JsonSerializer.SerializeToNode(wire(item), Wire.Json)!));
        return Envelope(matches.Count, page, size, (skip, take) => [.. matches.Skip(skip).Take(take)]);
    }

    private static Answer Envelope(int results, int page, int size, Func<int, int, object[]> slice)
    {
        var pages = Math.Max(1, (results + size - 1) / size);
        return page > pages
            ? LinodeErrors.NotFound
            : Answer.Ok(new { data = slice((page - 1) * size, size), page, pages, results });
    }

    private static int Number(LinodeCall call, string name, int fallback, int least, int most, string reason)
    {
        var text = call.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new RefusedException(LinodeErrors.Field(name, reason));
    }
}

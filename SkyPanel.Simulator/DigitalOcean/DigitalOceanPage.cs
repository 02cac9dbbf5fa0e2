using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>A page of a collection: its items by name, links to the other pages, the total.</summary>
internal static class DigitalOceanPage
{
    private const int DefaultSize = 20;
    private const int LargestSize = 200;

    public static Answer Of<T>(DigitalOceanCall call, string name, IReadOnlyList<T> items, Func<T, object> wire)
    {
        var page = Number(call, "page", 1, int.MaxValue);
        var size = Number(call, "per_page", DefaultSize, LargestSize);
        var last = Math.Max(1, (items.Count + size - 1) / size);
        return Answer.Ok(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [name] = items.Skip((page - 1) * size).Take(size).Select(wire).ToArray(),
            ["links"] = Links(call, page, last),
            ["meta"] = new { total = items.Count },
        });
    }

    /// <summary>A link is there only where it leads somewhere, and keeps the other parameters of the request.</summary>
    private static Dictionary<string, object> Links(DigitalOceanCall call, int page, int last)
    {
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        if (page > 1)
        {
            pages["first"] = Link(call, 1);
            pages["prev"] = Link(call, page - 1);
        }

        if (page < last)
        {
            pages["next"] = Link(call, page + 1);
            pages["last"] = Link(call, last);
        }

        var links = new Dictionary<string, object>(StringComparer.Ordinal);
        if (pages.Count > 0)
        {
            links["pages"] = pages;
        }

        return links;
    }

    private static string Link(DigitalOceanCall call, int page)
    {
        var others = call.Request.Query.Where(pair => !string.Equals(pair.Key, "page", StringComparison.Ordinal));
        var query = QueryString.Create(others.Append(new("page", page.ToString(CultureInfo.InvariantCulture))));
        return $"{call.Request.Scheme}://{call.Request.Host}{call.Request.Path}{query}";
    }

    private static int Number(DigitalOceanCall call, string name, int fallback, int most)
        => int.TryParse(call.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most) : fallback;
}

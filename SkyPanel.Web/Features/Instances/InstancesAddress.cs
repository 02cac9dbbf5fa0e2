using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Providers;

namespace SkyPanel.Web.Features.Instances;

/// <summary>The list's state as it stands in the address, and back. What cannot be read there counts as not said.</summary>
public static class InstancesAddress
{
    private const string Path = "/instances";

    public static InstanceListQuery Read(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        string? Get(string name) => query.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
        return new InstanceListQuery(
            Get("q"),
            Get("provider") is { } provider ? new ProviderType(provider) : null,
            Enum.TryParse<InstanceStatus>(Get("status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
            Enum.TryParse<InstanceSort>(Get("sort"), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : InstanceSort.Name,
            Get("order") is "desc",
            int.TryParse(Get("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page - 1, 0, 100_000) : 0);
    }

    public static string Write(InstanceListQuery query)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search.Trim(),
            ["provider"] = query.Provider?.Value,
            ["status"] = query.Status?.ToString(),
            ["sort"] = query.Sort == InstanceSort.Name ? null : query.Sort.ToString(),
            ["order"] = query.Descending ? "desc" : null,
            ["page"] = query.Page == 0 ? null : (query.Page + 1).ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(Path, parts.Where(x => x.Value is not null));
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>Takes out of an answer what the token may not read; such a field is absent, not null.</summary>
internal static class ScopeMask
{
    /// <summary>Fields that mean the same wherever they stand (vendor's description, "Requires … scope").</summary>
    private static readonly Dictionary<string, string> Anywhere = new(StringComparer.Ordinal)
    {
        ["backup_ids"] = "image:read",
        ["snapshot_ids"] = "image:read",
        ["volume_ids"] = "block_storage:read",
        ["vpc_uuid"] = "vpc:read",
        ["droplet_limit"] = "droplet:read",
        ["floating_ip_limit"] = "reserved_ip:read",
        ["reserved_ip_limit"] = "reserved_ip:read",
        ["next_backup_window"] = "image:read",
    };

    private static readonly Dictionary<string, string> OfDroplet = new(StringComparer.Ordinal)
    {
        ["image"] = "image:read",
        ["tags"] = "tag:read",
        ["size"] = "sizes:read",
        ["region"] = "regions:read",
    };

    private static readonly Dictionary<string, string> OfRegion = new(StringComparer.Ordinal) { ["sizes"] = "sizes:read" };

    private static readonly Dictionary<string, string> OfTagged = new(StringComparer.Ordinal) { ["droplets"] = "droplet:read", ["images"] = "image:read" };

    public static Answer Apply(Answer answer, TokenGrant grant)
    {
        if (grant.IsFull || answer.Body is null || answer.Status >= StatusCodes.Status400BadRequest)
        {
            return answer;
        }

        var node = JsonSerializer.SerializeToNode(answer.Body, answer.Body.GetType(), Wire.Json)!;
        Clean(node, grant);
        return answer with { Body = node };
    }

    private static void Clean(JsonNode? node, TokenGrant grant)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Clean(item, grant);
            }
        }
        else if (node is JsonObject owner)
        {
            foreach (var (field, _) in Rules(owner).Where(rule => !grant.AllowsDigitalOcean(rule.Value)).ToList())
            {
                owner.Remove(field);
            }

            foreach (var (_, value) in owner)
            {
                Clean(value, grant);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Rules(JsonObject owner) => owner switch
    {
        _ when owner.ContainsKey("size_slug") => Anywhere.Concat(OfDroplet),
        _ when owner.ContainsKey("features") && owner.ContainsKey("slug") => OfRegion,
        _ when owner.ContainsKey("last_tagged_uri") => OfTagged,
        _ => Anywhere,
    };
}

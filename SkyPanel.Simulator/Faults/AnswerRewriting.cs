using System.Text.Json;
using System.Text.Json.Nodes;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Faults;

/// <summary>Changes a true answer into one that a reader has to bear.</summary>
internal static class AnswerRewriting
{
    /// <summary>A word that no vendor says, so far.</summary>
    private const string UnheardStatus = "transmogrifying";

    public static byte[] Apply(Fault fault, byte[] answer, HttpRequest request)
    {
        if (fault.Kind is FaultKind.EmptyBody || answer.Length == 0)
        {
            return [];
        }

        var root = JsonNode.Parse(answer)!;
        if (fault.Kind is FaultKind.UnknownStatus)
        {
            Rename(root, fault.Value ?? UnheardStatus);
        }
        else
        {
            KeepGoing(root, $"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}");
        }

        return JsonSerializer.SerializeToUtf8Bytes(root, Wire.Json);
    }

    private static void Rename(JsonNode? node, string status)
    {
        if (node is JsonObject item)
        {
            // Only machines have these: disks, events and actions keep their statuses.
            if (item.ContainsKey("hypervisor") || item.ContainsKey("size_slug"))
            {
                item["status"] = status;
            }

            foreach (var (_, value) in item)
            {
                Rename(value, status);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var value in items)
            {
                Rename(value, status);
            }
        }
    }

    /// <summary>There is always one more page, and it is this one.</summary>
    private static void KeepGoing(JsonNode root, string here)
    {
        if (root is JsonObject { } page && page["pages"] is JsonValue pages)
        {
            page["pages"] = pages.GetValue<int>() + 1;
        }
        else if (root is JsonObject { } envelope && envelope.ContainsKey("links"))
        {
            envelope["links"] = new JsonObject { ["pages"] = new JsonObject { ["next"] = here, ["last"] = here } };
        }
    }
}

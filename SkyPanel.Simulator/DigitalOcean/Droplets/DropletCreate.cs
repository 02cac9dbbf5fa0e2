using System.Text;
using System.Text.RegularExpressions;
using SkyPanel.Simulator.DigitalOcean.Account;
using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>POST /v2/droplets, for one name or for several: the first thing that is wrong is said, and then nothing is made.</summary>
internal static partial class DropletCreate
{
    private const int LargestBatch = 10;
    private const int UserDataLimit = 64 * 1024;

    public static Answer Create(DigitalOceanCall call)
    {
        RequireScopes(call);
        var names = Names(call);
        var wanted = Wanted(call);
        CheckExtras(call);
        if (call.Account.Droplets.Count + names.Count > (call.Account.DropletLimit ?? call.Store.MachineLimit))
        {
            throw DigitalOceanErrors.Unprocessable(call, "creating this/these droplet(s) will exceed your droplet limit");
        }

        var made = names.Select(name => DropletJobs.Create(call.Store, call.Account, wanted with { Name = name }, call.Provisioning)).ToList();
        var links = new { actions = made.Select(pair => new { id = pair.Action.Id, rel = "create", href = $"{call.BaseUrl}/actions/{pair.Action.Id}" }).ToArray() };
        var droplets = made.Select(pair => pair.Droplet.ToWire(call.Now, call.Store.State.Catalogue, locked: false)).ToArray();
        return new Answer(
            StatusCodes.Status202Accepted,
            call.Body.Has("names") ? new { droplets, links } : new { droplet = droplets[0], links });
    }

    /// <summary>What a create names beside the droplet itself is asked for by scopes of its own.</summary>
    private static void RequireScopes(DigitalOceanCall call)
    {
        call.Require("image:read");
        foreach (var (field, scope) in new[] { ("tags", "tag:create"), ("ssh_keys", "ssh_key:read") })
        {
            if (call.Body.Texts(field) is { Count: > 0 })
            {
                call.Require(scope);
            }
        }

        if (call.Body.Has("vpc_uuid"))
        {
            call.Require("vpc:read");
        }
    }

    private static IReadOnlyList<string> Names(DigitalOceanCall call)
    {
        IReadOnlyList<string> names = call.Body.Texts("names") ?? (call.Body.Text("name") is { } one ? [one] : []);
        if (names.Count == 0)
        {
            throw DigitalOceanErrors.Unprocessable(call, "Name can't be blank");
        }

        if (names.Count > LargestBatch)
        {
            throw DigitalOceanErrors.Unprocessable(call, $"You can only create up to {LargestBatch} droplets at once.");
        }

        return names.All(name => name.Length <= 255 && HostName().IsMatch(name))
            ? names
            : throw DigitalOceanErrors.Unprocessable(call, "Name Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)");
    }

    private static NewDroplet Wanted(DigitalOceanCall call)
    {
        var size = DigitalOceanSizes.Find(call.Body.Text("size"))
            ?? throw DigitalOceanErrors.Unprocessable(call, "You specified an invalid size for Droplet creation.");
        var image = DigitalOceanImages.FindOffered(call, call.Body.Text("image"))
            ?? throw DigitalOceanErrors.Unprocessable(call, "You specified an invalid image for Droplet creation.");
        var region = Region(call, size);
        return image.MinDiskGb > size.DiskGb
            ? throw DigitalOceanErrors.Unprocessable(call, "The image you specified requires a larger disk than the size you selected.")
            : NewDroplet.From(call.Body, size, region, image);
    }

    private static DigitalOceanRegion Region(DigitalOceanCall call, DigitalOceanSize size)
    {
        var changes = call.Store.State.Catalogue;
        var region = DigitalOceanRegions.Choose(changes, call.Body.Text("region"), size);
        if (region is null || !region.IsOpen(changes))
        {
            throw DigitalOceanErrors.Unprocessable(call, "Region is not available");
        }

        if (size.Regions(changes).Contains(region.Slug, StringComparer.Ordinal))
        {
            return region;
        }

        throw size.IsOffered(region.Slug)
            ? DigitalOceanErrors.NoCapacity(call, size.Regions(changes))
            : DigitalOceanErrors.Unprocessable(call, "Size is not available in this region.");
    }

    private static void CheckExtras(DigitalOceanCall call)
    {
        var unknown = (call.Body.Texts("ssh_keys") ?? []).Where(key => !call.Account.Keys.Exists(known => known.IsCalled(key))).ToList();
        if (unknown.Count > 0)
        {
            throw DigitalOceanErrors.Unprocessable(call, $"{string.Join(", ", unknown)} are invalid key identifiers for Droplet creation.");
        }

        if (call.Body.Text("vpc_uuid") is { } vpc && !call.Account.Vpcs.Exists(known => string.Equals(known.Id, vpc, StringComparison.OrdinalIgnoreCase)))
        {
            // The vendor's words for this are not recorded.
            throw DigitalOceanErrors.Unprocessable(call, "The VPC you specified could not be found.");
        }

        if (call.Body.Text("user_data") is { } data && Encoding.UTF8.GetByteCount(data) > UserDataLimit)
        {
            throw DigitalOceanErrors.Unprocessable(call, "User data exceeds the maximum of 64 KiB.");
        }

        if ((call.Body.Texts("tags") ?? []).FirstOrDefault(tag => !DigitalOceanTags.IsValid(tag)) is { } bad)
        {
            throw DigitalOceanErrors.Unprocessable(call, $"Tag {bad} is invalid.");
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9]?[a-z0-9A-Z.\-]*[a-z0-9A-Z]$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HostName();
}

using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>Reading and deleting droplets.</summary>
internal static class DropletList
{
    /// <summary>Without <c>type=gpus</c> droplets with a GPU are not listed at all, as at the vendor.</summary>
    public static Answer List(DigitalOceanCall call)
    {
        var (tag, name, type) = (call.Query("tag_name"), call.Query("name"), call.Query("type"));
        call.Require(tag is null ? "" : "tag:read");
        if (tag is not null && type is "gpus")
        {
            throw DigitalOceanErrors.Unprocessable(call, "tag_name cannot be combined with type=gpus");
        }

        var matches = call.Account.Droplets
            .Where(droplet => DigitalOceanSizes.Find(droplet.Size)!.IsGpu == type is "gpus")
            .Where(droplet => tag is null || droplet.HasTagAt(call.Now, tag))
            .Where(droplet => name is null || string.Equals(droplet.Name, name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return DigitalOceanPage.Of(call, "droplets", matches, droplet => droplet.ToWire(call.Now));
    }

    public static Answer Get(DigitalOceanCall call) => Answer.Ok(new { droplet = call.Droplet().ToWire(call.Now) });

    public static Answer Delete(DigitalOceanCall call)
    {
        call.Account.Droplets.Remove(call.IdleDroplet());
        return new Answer(StatusCodes.Status204NoContent);
    }

    /// <summary>Everything with the tag, however much that is.</summary>
    public static Answer DeleteByTag(DigitalOceanCall call)
    {
        var tag = call.Query("tag_name") ?? throw DigitalOceanErrors.BadRequest(call, "tag_name is required");
        call.Require("tag:read");
        call.Account.Droplets.RemoveAll(droplet => droplet.HasTagAt(call.Now, tag));
        return new Answer(StatusCodes.Status204NoContent);
    }
}

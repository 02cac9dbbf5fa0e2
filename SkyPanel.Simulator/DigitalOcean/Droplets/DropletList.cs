using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

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

        var matches = Visible(call)
            .Where(droplet => DigitalOceanSizes.Find(droplet.Size)!.IsGpu == type is "gpus")
            .Where(droplet => tag is null || droplet.HasTagAt(call.Now, tag))
            .Where(droplet => name is null || string.Equals(droplet.Name, name, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return DigitalOceanPage.Of(call, "droplets", matches, droplet => droplet.ToWire(call.Now, call.Store.State.Catalogue));
    }

    public static Answer Get(DigitalOceanCall call) => Answer.Ok(new { droplet = call.Droplet().ToWire(call.Now, call.Store.State.Catalogue) });

    public static Answer Delete(DigitalOceanCall call)
    {
        call.Account.Delete(call.IdleDroplet(), call.Now);
        return new Answer(StatusCodes.Status204NoContent);
    }

    /// <summary>Everything with the tag, however much that is.</summary>
    public static Answer DeleteByTag(DigitalOceanCall call)
    {
        var tag = call.Query("tag_name") ?? throw DigitalOceanErrors.BadRequest(call, "tag_name is required");
        call.Require("tag:read");
        foreach (var droplet in call.Account.Droplets.FindAll(droplet => droplet.HasTagAt(call.Now, tag)))
        {
            call.Account.Delete(droplet, call.Now);
        }

        return new Answer(StatusCodes.Status204NoContent);
    }

    private static IReadOnlyList<Droplet> Visible(DigitalOceanCall call) => call.Lag == TimeSpan.Zero
        ? call.Account.Droplets
        : LaggingList.At(call.Account.Droplets, call.Account.Gone, droplet => droplet.Created, call.Now - call.Lag);
}

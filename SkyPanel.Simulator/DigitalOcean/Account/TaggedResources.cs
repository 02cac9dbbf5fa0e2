using System.Globalization;
using SkyPanel.Simulator.DigitalOcean.Droplets;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Account;

/// <summary>Puts a tag on droplets and takes it off; all of them are there, or nothing is changed.</summary>
internal static class TaggedResources
{
    public static Answer Tag(DigitalOceanCall call)
    {
        var name = DigitalOceanTags.Existing(call);
        foreach (var droplet in Named(call).Where(droplet => !droplet.HasTagAt(call.Now, name)))
        {
            droplet.Tags.Add(name);
        }

        return new Answer(StatusCodes.Status204NoContent);
    }

    public static Answer Untag(DigitalOceanCall call)
    {
        var name = DigitalOceanTags.Existing(call);
        foreach (var droplet in Named(call))
        {
            droplet.Tags.RemoveAll(tag => string.Equals(tag, name, StringComparison.OrdinalIgnoreCase));
        }

        return new Answer(StatusCodes.Status204NoContent);
    }

    private static List<Droplet> Named(DigitalOceanCall call)
    {
        call.Require("droplet:update");
        var droplets = call.Body.Objects("resources")
            .Select(resource => resource.Text("resource_type") is "droplet" ? resource.Text("resource_id") : "")
            .Select(id => call.Account.Droplets.Find(droplet => string.Equals(droplet.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal)))
            .ToList();
        return droplets.Contains(null) ? throw DigitalOceanErrors.NotFound(call) : droplets.OfType<Droplet>().ToList();
    }
}

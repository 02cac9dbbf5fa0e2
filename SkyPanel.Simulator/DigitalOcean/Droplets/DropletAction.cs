using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>Something that was started on a droplet; it outlives the droplet.</summary>
internal sealed record DropletAction(long Id, string Type, long DropletId, string Region, Span Span)
{
    public object ToWire(DateTimeOffset now) => new
    {
        id = Id,
        status = now < Span.End ? "in-progress" : "completed",
        type = Type,
        started_at = Wire.ZuluDate(Span.Start),
        completed_at = now < Span.End ? null : Wire.ZuluDate(Span.End),
        resource_id = DropletId,
        resource_type = "droplet",
        region = DigitalOceanRegions.Find(Region)?.ToWire(),
        region_slug = Region,
    };
}

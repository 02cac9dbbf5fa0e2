using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>Something that was started on a droplet; it outlives the droplet.</summary>
internal sealed record DropletAction(long Id, string Type, long DropletId, string Region, Span Span)
{
    /// <summary>Whether it ends badly.</summary>
    public bool Fails { get; init; }

    public object ToWire(DateTimeOffset now, CatalogueChanges changes) => new
    {
        id = Id,
        status = now < Span.End ? "in-progress" : Fails ? "errored" : "completed",
        type = Type,
        started_at = Wire.ZuluDate(Span.Start),
        completed_at = now < Span.End ? null : Wire.ZuluDate(Span.End),
        resource_id = DropletId,
        resource_type = "droplet",
        region = DigitalOceanRegions.Find(Region)?.ToWire(changes),
        region_slug = Region,
    };
}

using SkyPanel.Simulator.DigitalOcean.Networks;
using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>Starts what happens to a droplet: writes its timeline ahead and keeps the action.</summary>
internal static class DropletJobs
{
    /// <summary>A create that fails leaves a droplet that stays new (plausible, not recorded).</summary>
    public static (Droplet Droplet, DropletAction Action) Create(SimulatorStore store, DigitalOceanAccount account, NewDroplet wanted, Provisioning how)
    {
        var span = Span.From(store.Now, how.Seconds);
        var timeline = new Timeline(how.Fails ? "new" : "active", [new Phase("new", span.End)]);
        var droplet = Add(store, account, wanted, timeline, store.Now.AddSeconds(store.Timings.TagDelaySeconds));
        return (droplet, Keep(store, account, droplet, "create", span, how.Fails));
    }

    /// <summary>Puts a droplet in place without an action: for a create, and for seeding.</summary>
    public static Droplet Add(SimulatorStore store, DigitalOceanAccount account, NewDroplet wanted, Timeline timeline, DateTimeOffset tagsFrom)
    {
        var droplet = new Droplet
        {
            Id = store.NextId("droplet", 510_000_000),
            Name = wanted.Name,
            Size = wanted.Size,
            Region = wanted.Region,
            Image = wanted.Image,
            Tags = [.. wanted.Tags],
            TagsFrom = tagsFrom,
            Created = store.Now,
            Timeline = timeline,
            UserData = wanted.UserData,
            Features = [.. wanted.Features],
            VpcUuid = wanted.VpcUuid ?? DigitalOceanVpcs.DefaultOf(store, account, wanted.Region).Id,
        };
        account.Droplets.Add(droplet);
        return droplet;
    }

    /// <summary>For the time of the action the droplet keeps its status, and then has the new one.</summary>
    public static DropletAction Run(SimulatorStore store, DigitalOceanAccount account, Droplet droplet, string type, string settled, double seconds)
    {
        var span = Span.From(store.Now, seconds);
        droplet.Timeline = new Timeline(settled, [new Phase(droplet.Timeline.StatusAt(store.Now), span.End)]);
        return Keep(store, account, droplet, type, span);
    }

    private static DropletAction Keep(SimulatorStore store, DigitalOceanAccount account, Droplet droplet, string type, Span span, bool fails = false)
    {
        var action = new DropletAction(store.NextId("droplet-action", 2_900_000_000), type, droplet.Id, droplet.Region, span) { Fails = fails };
        account.Actions.Add(action);
        return action;
    }
}

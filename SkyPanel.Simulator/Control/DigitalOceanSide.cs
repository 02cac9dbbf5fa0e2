using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.DigitalOcean.Droplets;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

internal sealed class DigitalOceanSide : IMachineSide
{
    public static IMachineSide Instance { get; } = new DigitalOceanSide();

    public IEnumerable<ControlledMachine> All(SimulatorStore store)
        => store.State.DigitalOcean.Values.SelectMany(account => account.Droplets.Select(droplet => ToControl(store, account.Token, droplet)));

    public ControlledMachine? Seed(SimulatorStore store, MachineSeed seed)
    {
        var wanted = new NewDroplet(seed.Label!, seed.Size ?? "s-1vcpu-1gb", seed.Region ?? "nyc3", seed.Image ?? "debian-13-x64") { Tags = seed.Tags ?? [] };
        if (DigitalOceanSizes.Find(wanted.Size) is null || DigitalOceanRegions.Find(wanted.Region) is null || DigitalOceanImages.Find(wanted.Image) is null)
        {
            return null;
        }

        var droplet = DropletJobs.Add(store, store.DigitalOceanAccount(seed.Token!), wanted, Timeline.At(seed.Status ?? "active"), store.Now);
        return ToControl(store, seed.Token!, droplet);
    }

    public ControlledMachine? Change(SimulatorStore store, long id, MachineChange change)
    {
        foreach (var account in store.State.DigitalOcean.Values)
        {
            if (account.Droplets.Find(candidate => candidate.Id == id) is { } droplet)
            {
                droplet.Name = change.Label ?? droplet.Name;
                droplet.Size = change.Size ?? droplet.Size;
                droplet.Tags = change.Tags is { } tags ? [.. tags] : droplet.Tags;
                droplet.Timeline = change.Status is { } status ? Timeline.At(status) : droplet.Timeline;
                return ToControl(store, account.Token, droplet);
            }
        }

        return null;
    }

    public bool Delete(SimulatorStore store, long id)
    {
        foreach (var account in store.State.DigitalOcean.Values)
        {
            if (account.Droplets.Find(candidate => candidate.Id == id) is { } droplet)
            {
                account.Delete(droplet, store.Now);
                return true;
            }
        }

        return false;
    }

    private static ControlledMachine ToControl(SimulatorStore store, string token, Droplet droplet) => new(
        Vendor.DigitalOcean,
        token,
        droplet.Id,
        droplet.Name,
        droplet.Timeline.StatusAt(store.Now),
        droplet.Timeline.IsBusyAt(store.Now),
        droplet.TagsAt(store.Now),
        droplet.Region,
        droplet.Size,
        droplet.UserData);
}

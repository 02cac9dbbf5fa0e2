using SkyPanel.Simulator.Linode;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Linode.Images;
using SkyPanel.Simulator.Linode.Instances;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

internal sealed class LinodeSide : IMachineSide
{
    public static IMachineSide Instance { get; } = new LinodeSide();

    public IEnumerable<ControlledMachine> All(SimulatorStore store)
        => store.State.Linode.Values.SelectMany(account => account.Machines.Select(machine => ToControl(store, account.Token, machine)));

    public ControlledMachine? Seed(SimulatorStore store, MachineSeed seed)
    {
        var wanted = new NewLinode(seed.Size ?? "g6-nanode-1", seed.Region ?? "us-east", seed.Image ?? "linode/debian12", seed.Label, seed.Tags ?? [], Booted: true);
        if (LinodeTypes.Find(wanted.Type) is null || LinodeRegions.Find(wanted.Region) is null || PublicImages.Find(wanted.Image) is null)
        {
            return null;
        }

        var machine = LinodeJobs.Add(store, store.LinodeAccount(seed.Token!), wanted, Timeline.At(seed.Status ?? "running"), store.Now);
        return ToControl(store, seed.Token!, machine);
    }

    public ControlledMachine? Change(SimulatorStore store, long id, MachineChange change)
    {
        foreach (var account in store.State.Linode.Values)
        {
            if (account.Machines.Find(candidate => candidate.Id == id) is { } machine)
            {
                machine.Label = change.Label ?? machine.Label;
                machine.Type = change.Size ?? machine.Type;
                machine.Tags = change.Tags is { } tags ? [.. tags] : machine.Tags;
                machine.Timeline = change.Status is { } status ? Timeline.At(status) : machine.Timeline;
                return ToControl(store, account.Token, machine);
            }
        }

        return null;
    }

    public bool Delete(SimulatorStore store, long id)
        => store.State.Linode.Values.Any(account => account.Machines.Find(machine => machine.Id == id) is { } found && Bury(store, account, found));

    private static bool Bury(SimulatorStore store, LinodeAccount account, LinodeMachine machine)
    {
        LaggingList.Bury(account.Gone, machine, store.Now);
        return account.Machines.Remove(machine);
    }

    private static ControlledMachine ToControl(SimulatorStore store, string token, LinodeMachine machine) => new(
        Vendor.Linode,
        token,
        machine.Id,
        machine.Label,
        machine.Timeline.StatusAt(store.Now),
        machine.Timeline.IsBusyAt(store.Now),
        machine.Tags,
        machine.Region,
        machine.Type,
        machine.UserData)
    {
        StackscriptId = machine.StackScriptId,
        StackscriptFields = machine.StackScriptId is null ? null : machine.StackScriptFields,
    };
}

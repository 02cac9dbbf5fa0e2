using System.Globalization;
using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Account;
using SkyPanel.Simulator.Linode.Images;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>Starts the jobs of a machine: writes its timeline ahead and the events that tell of it.</summary>
internal static class LinodeJobs
{
    /// <summary>Provisions, then boots when wanted; a machine that is not booted comes to rest offline. One that fails stays as it is (plausible, not recorded).</summary>
    public static LinodeMachine Create(SimulatorStore store, LinodeAccount account, NewLinode wanted, Provisioning how)
    {
        var provisioning = Span.From(store.Now, how.Seconds);
        var booting = Span.From(provisioning.End, store.Timings.BootSeconds);
        var boots = wanted.Booted && !how.Fails;
        List<Phase> phases = [new("provisioning", provisioning.End)];
        if (boots)
        {
            phases.Add(new Phase("booting", booting.End));
        }

        var machine = Add(store, account, wanted, new Timeline(how.Fails ? "provisioning" : boots ? "running" : "offline", phases), provisioning.End);
        var image = PublicImages.Find(wanted.Image);
        Tell(store, account, machine, "linode_create", provisioning, image is null ? null : new EventTarget("image", image.Id, image.Label, "/v4/images/" + image.Id), how.Fails);
        if (boots)
        {
            Tell(store, account, machine, "linode_boot", booting, ConfigOf(machine));
        }

        return machine;
    }

    /// <summary>Puts a machine in place without telling of it: for a create, and for seeding.</summary>
    public static LinodeMachine Add(SimulatorStore store, LinodeAccount account, NewLinode wanted, Timeline timeline, DateTimeOffset provisioned)
    {
        var id = store.NextId("linode", 90_000_000);
        var machine = new LinodeMachine
        {
            Id = id,
            Label = wanted.Label ?? "linode" + id.ToString(CultureInfo.InvariantCulture),
            Region = wanted.Region,
            Type = wanted.Type,
            Image = wanted.Image,
            Tags = [.. wanted.Tags],
            Created = store.Now,
            Updated = store.Now,
            Timeline = timeline,
            Ipv4 = Address("198.18", id),
            PrivateIpv4 = wanted.PrivateIp ? Address("192.168", id) : null,
            Ipv6 = "2001:db8:1::f03c:95ff:" + StableId.Hex("linode" + id, 4) + ":" + StableId.Hex("host" + id, 4),
            UserData = wanted.UserData,
            BackupsEnabled = wanted.Backups,
            StackScriptId = wanted.StackScriptId,
            StackScriptFields = [.. wanted.StackScriptFields],
            ConfigId = store.NextId("linode-config", 101_000_000),
            Provisioned = provisioned,
        };
        account.Machines.Add(machine);
        return machine;
    }

    public static void Run(SimulatorStore store, LinodeAccount account, LinodeMachine machine, LinodeJob job)
    {
        var span = Span.From(store.Now, job.Seconds);
        machine.Timeline = new Timeline(job.Settled, [new Phase(job.Meanwhile, span.End)]);
        machine.Updated = store.Now;
        Tell(store, account, machine, job.Event, span, ConfigOf(machine));
    }

    public static void Delete(SimulatorStore store, LinodeAccount account, LinodeMachine machine)
    {
        account.Machines.Remove(machine);
        LaggingList.Bury(account.Gone, machine, store.Now);
        account.Events.RemoveAll(pending => pending.MachineId == machine.Id && pending.Span.Start > store.Now);
        Tell(store, account, machine, "linode_delete", Span.From(store.Now, 0), null);
    }

    private static EventTarget ConfigOf(LinodeMachine machine) => new(
        "linode_config",
        machine.ConfigId.ToString(CultureInfo.InvariantCulture),
        LinodeParts.ConfigLabel(machine),
        string.Create(CultureInfo.InvariantCulture, $"/v4/linode/instances/{machine.Id}/configs/{machine.ConfigId}"));

    private static void Tell(SimulatorStore store, LinodeAccount account, LinodeMachine machine, string action, Span span, EventTarget? target, bool fails = false)
        => account.Events.Add(new LinodeEvent(store.NextId("linode-event", 1_600_000_000), action, machine.Id, machine.Label, span, target) { Fails = fails });

    /// <summary>From ranges that are routed nowhere, so that nobody's real machine is ever named.</summary>
    private static string Address(string network, long id)
        => string.Create(CultureInfo.InvariantCulture, $"{network}.{id / 254 % 256}.{(id % 254) + 1}");
}

/// <summary>A change of power: the event that tells of it, the status meanwhile, the status after, and how long it takes.</summary>
internal sealed record LinodeJob(string Event, string Meanwhile, string Settled, double Seconds);

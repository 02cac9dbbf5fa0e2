using System.Globalization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Linode.Images;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>Configurations, disks and transfer: derived from the machine, enough for the official clients.</summary>
internal static class LinodeParts
{
    private const int SwapMb = 512;

    public static string ConfigLabel(LinodeMachine machine) => $"My {ImageLabel(machine)} Disk Profile";

    public static IEnumerable<string> DiskIds(LinodeMachine machine)
        => machine.Image is null ? [] : [DiskId(machine, 0).ToString(CultureInfo.InvariantCulture), DiskId(machine, 1).ToString(CultureInfo.InvariantCulture)];

    public static Answer Configs(LinodeCall call)
    {
        var machine = call.Machine();
        return LinodePage.Of<LinodeMachine>(call, machine.Image is null ? [] : [machine], Config, "label");
    }

    public static Answer Disks(LinodeCall call)
    {
        var machine = call.Machine();
        var size = LinodeTypes.Find(machine.Type)!.DiskMb;
        Disk[] disks = machine.Image is null
            ? []
            : [new(0, $"{ImageLabel(machine)} Disk", "ext4", size - SwapMb), new(1, $"{SwapMb} MB Swap Image", "swap", SwapMb)];
        return LinodePage.Of(call, disks, disk => DiskWire(call, machine, disk), "label", "size");
    }

    public static Answer Transfer(LinodeCall call)
    {
        var machine = call.Machine();
        return Answer.Ok(new { used = 0, quota = LinodeTypes.Find(machine.Type)!.TransferGb, billable = 0 });
    }

    private static string ImageLabel(LinodeMachine machine) => PublicImages.Find(machine.Image)?.Label ?? "Custom";

    private static long DiskId(LinodeMachine machine, int index) => (machine.ConfigId * 2) + index;

    private static object DiskWire(LinodeCall call, LinodeMachine machine, Disk disk) => new
    {
        id = DiskId(machine, disk.Index),
        status = call.Now < machine.Provisioned ? "not ready" : "ready",
        label = disk.Label,
        created = Wire.LinodeDate(machine.Created),
        updated = Wire.LinodeDate(machine.Created),
        filesystem = disk.Filesystem,
        size = disk.SizeMb,
        disk_encryption = "enabled",
    };

    private static object Config(LinodeMachine machine) => new
    {
        id = machine.ConfigId,
        label = ConfigLabel(machine),
        helpers = new { updatedb_disabled = true, distro = true, modules_dep = true, network = true, devtmpfs_automount = true },
        kernel = "linode/grub2",
        comments = "",
        memory_limit = 0,
        created = Wire.LinodeDate(machine.Created),
        updated = Wire.LinodeDate(machine.Created),
        root_device = "/dev/sda",
        devices = new
        {
            sda = new { disk_id = DiskId(machine, 0), volume_id = (long?)null },
            sdb = new { disk_id = DiskId(machine, 1), volume_id = (long?)null },
            sdc = (object?)null,
            sdd = (object?)null,
            sde = (object?)null,
            sdf = (object?)null,
            sdg = (object?)null,
            sdh = (object?)null,
        },
        initrd = (long?)null,
        run_level = "default",
        virt_mode = "paravirt",
        interfaces = Array.Empty<object>(),
    };

    private sealed record Disk(int Index, string Label, string Filesystem, int SizeMb);
}

using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>A Linode as the simulator keeps it. Passwords and keys are checked and then forgotten.</summary>
internal sealed class LinodeMachine
{
    public required long Id { get; init; }

    public required string Label { get; set; }

    public required string Region { get; init; }

    public required string Type { get; set; }

    public string? Image { get; init; }

    public List<string> Tags { get; set; } = [];

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; set; }

    public required Timeline Timeline { get; set; }

    public required string Ipv4 { get; init; }

    public string? PrivateIpv4 { get; init; }

    public required string Ipv6 { get; init; }

    /// <summary>As it was sent, base64.</summary>
    public string? UserData { get; init; }

    public bool BackupsEnabled { get; init; }

    public string? StackScriptId { get; init; }

    /// <summary>The names of the answers that came with the script, never what was answered.</summary>
    public List<string> StackScriptFields { get; init; } = [];

    public long ConfigId { get; init; }

    /// <summary>When its disks are written.</summary>
    public DateTimeOffset Provisioned { get; init; }

    public object ToWire(DateTimeOffset now) => new
    {
        id = Id,
        label = Label,
        group = "",
        status = Timeline.StatusAt(now),
        created = Wire.LinodeDate(Created),
        updated = Wire.LinodeDate(Updated),
        type = Type,
        ipv4 = PrivateIpv4 is null ? new[] { Ipv4 } : [Ipv4, PrivateIpv4],
        ipv6 = Ipv6 + "/128",
        image = Image,
        region = Region,
        site_type = "core",
        specs = LinodeTypes.Find(Type)?.Specs,
        alerts = new
        {
            cpu = 90,
            network_in = 10,
            network_out = 10,
            transfer_quota = 80,
            io = 10000,
            system_alerts = Array.Empty<int>(),
            user_alerts = Array.Empty<int>(),
        },
        backups = new
        {
            enabled = BackupsEnabled,
            available = false,
            schedule = new { day = BackupsEnabled ? "Scheduling" : null, window = BackupsEnabled ? "Scheduling" : null },
            last_successful = (string?)null,
        },
        hypervisor = "kvm",
        watchdog_enabled = true,
        tags = Tags,
        host_uuid = StableId.Hex("host" + Region + (Id % 7), 40),
        has_user_data = UserData is not null,
        placement_group = (object?)null,
        disk_encryption = "enabled",
        lke_cluster_id = (long?)null,
        capabilities = new[] { "Block Storage Encryption", "Maintenance Policy" },
        interface_generation = "legacy_config",
        maintenance_policy = "linode/power_off_on",
        locks = Array.Empty<string>(),
    };
}

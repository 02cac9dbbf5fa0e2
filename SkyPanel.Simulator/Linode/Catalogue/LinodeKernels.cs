using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Catalogue;

/// <summary>The few kernels that a default configuration names.</summary>
internal static class LinodeKernels
{
    private static readonly Kernel[] All =
    [
        new("linode/latest-64bit", "Latest 64 bit (6.15.7-x86_64-linode169)", "6.15.7", "x86_64"),
        new("linode/latest-32bit", "Latest 32 bit (6.15.7-x86-linode189)", "6.15.7", "i386"),
        new("linode/grub2", "GRUB 2", "2.06", "x86_64"),
        new("linode/direct-disk", "Direct Disk", "", "x86_64"),
    ];

    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, All, kernel => kernel.ToWire(), "architecture", "deprecated", "kvm", "label", "pvops", "version");

    public static Answer Get(LinodeCall call)
        => Array.Find(All, kernel => string.Equals(kernel.Id, call.Id, StringComparison.Ordinal)) is { } found ? Answer.Ok(found.ToWire()) : LinodeErrors.NotFound;

    private sealed record Kernel(string Id, string Label, string Version, string Architecture)
    {
        public object ToWire() => new
        {
            id = Id,
            label = Label,
            version = Version,
            kvm = true,
            architecture = Architecture,
            pvops = true,
            deprecated = false,
            built = "2025-07-22T00:00:00",
        };
    }
}

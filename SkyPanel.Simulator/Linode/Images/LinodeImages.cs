using System.Globalization;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Instances;

namespace SkyPanel.Simulator.Linode.Images;

/// <summary>The public images and the account's own.</summary>
internal static class LinodeImages
{
    public static Answer List(LinodeCall call)
    {
        var changes = call.Store.State.Catalogue;
        List<object> all =
        [
            .. Own(call).Select(image => image.ToWire(call.Now)),
            .. PublicImages.All.Where(image => !changes.IsWithdrawn(Vendor.Linode, image.Id)).Select(image => image.ToWire(changes)),
        ];
        return LinodePage.Of(call, all, image => image, "deprecated", "is_public", "label", "size", "status", "tags", "type", "vendor");
    }

    public static Answer Get(LinodeCall call)
        => FindPublic(call, call.Id) is { } image ? Answer.Ok(image.ToWire(call.Store.State.Catalogue))
            : Answer.Ok(Mine(call).ToWire(call.Now));

    /// <summary>Copies a disk; available when the provisioning time has passed.</summary>
    public static Answer Create(LinodeCall call)
    {
        var disk = call.Body.Text("disk_id");
        var source = call.Account.Machines.Find(machine => LinodeParts.DiskIds(machine).Contains(disk, StringComparer.Ordinal));
        var errors = new List<(string Reason, string? Field)>();
        if (source is null)
        {
            errors.Add((disk is null ? "disk_id is required" : "disk_id is not valid", "disk_id"));
        }

        if (call.Body.Text("label") is { Length: > 50 })
        {
            errors.Add(("Length must be 1-50 characters", "label"));
        }

        errors.AddRange(LinodeTags.Check(call.Body.Texts("tags")));
        return errors.Count > 0 ? LinodeErrors.Many(errors) : Answer.Ok(Add(call, source!).ToWire(call.Now));
    }

    public static Answer Update(LinodeCall call)
    {
        var image = Mine(call);
        image.Label = call.Body.Text("label") ?? image.Label;
        image.Description = call.Body.Text("description") ?? image.Description;
        image.Tags = call.Body.Texts("tags") is { } tags ? [.. tags] : image.Tags;
        return Answer.Ok(image.ToWire(call.Now));
    }

    public static Answer Delete(LinodeCall call)
    {
        call.Account.Images.Remove(Mine(call));
        return Answer.Ok(new { });
    }

    /// <summary>Whether a machine can be made of it now, and whether it reads user data; null for an image that is not there.</summary>
    public static bool? TakesUserData(LinodeCall call, string id)
        => FindPublic(call, id)?.TakesUserData ?? call.Account.Images.Find(image => string.Equals(image.Id, id, StringComparison.Ordinal) && image.IsAvailableAt(call.Now))?.CloudInit;

    private static PrivateImage Add(LinodeCall call, LinodeMachine source)
    {
        var number = call.Store.NextId("linode-image", 30_000_000).ToString(CultureInfo.InvariantCulture);
        var image = new PrivateImage
        {
            Id = "private/" + number,
            Label = call.Body.Text("label") ?? "Image " + number,
            Description = call.Body.Text("description") ?? "",
            Tags = [.. call.Body.Texts("tags") ?? []],
            CloudInit = call.Body.Flag("cloud_init") == true,
            SizeMb = 1500,
            Region = source.Region,
            CreatedBy = call.Account.Username,
            Created = call.Now,
            Available = call.Now.AddSeconds(call.Store.Timings.ProvisioningSeconds),
        };
        call.Account.Images.Add(image);
        return image;
    }

    private static PublicImage? FindPublic(LinodeCall call, string id)
        => PublicImages.Find(id) is { } image && !call.Store.State.Catalogue.IsWithdrawn(Vendor.Linode, id) ? image : null;

    private static IReadOnlyList<PrivateImage> Own(LinodeCall call) => call.IsAnonymous ? [] : call.Account.Images;

    private static PrivateImage Mine(LinodeCall call)
        => Own(call).FirstOrDefault(image => string.Equals(image.Id, call.Id, StringComparison.Ordinal)) ?? throw new RefusedException(LinodeErrors.NotFound);
}

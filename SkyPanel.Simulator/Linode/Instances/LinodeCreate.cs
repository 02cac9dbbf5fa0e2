using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Catalogue;
using SkyPanel.Simulator.Linode.Images;
using SkyPanel.Simulator.Linode.StackScripts;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>POST /linode/instances: all that is wrong is said at once, as the vendor does.</summary>
internal static class LinodeCreate
{
    private const int UserDataLimit = 65_535;

    public static Answer Create(LinodeCall call)
    {
        List<(string Reason, string? Field)> errors =
        [
            .. CheckPlace(call),
            .. CheckImage(call),
            .. call.Body.Text("label") is { } label ? LinodeLabel.Check(label, call.Account) : [],
            .. LinodeTags.Check(call.Body.Texts("tags")),
            .. StackScriptAnswers.Check(call),
            .. CheckUserData(call),
            .. CheckAddress(call.Body),
        ];
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        if (call.Account.Machines.Count >= (call.Account.MachineLimit ?? call.Store.MachineLimit))
        {
            return LinodeErrors.One(StatusCodes.Status400BadRequest, "Account Limit reached. Please open a support ticket.");
        }

        var machine = LinodeJobs.Create(call.Store, call.Account, NewLinode.From(call.Body), call.Provisioning);
        return Answer.Ok(machine.ToWire(call.Now));
    }

    private static IEnumerable<(string Reason, string? Field)> CheckPlace(LinodeCall call)
    {
        var changes = call.Store.State.Catalogue;
        var (type, region) = (call.Body.Text("type"), call.Body.Text("region"));
        var plan = LinodeTypes.Find(type);
        if (plan is null)
        {
            yield return (type is null ? "type is required" : "A valid plan type by that ID was not found", "type");
        }

        if (LinodeRegions.Find(region) is not { } found)
        {
            yield return (region is null ? "region is required" : "region is not valid", "region");
        }
        else if (!found.IsUp(changes))
        {
            // The vendor's words for a closed region are not recorded anywhere that we know.
            yield return ("Region is temporarily unavailable", "region");
        }
        else if (plan is not null && LinodeAvailability.IsSoldOut(changes, found, plan))
        {
            yield return (LinodeErrors.SoldOutReason, "type");
        }
    }

    private static IEnumerable<(string Reason, string? Field)> CheckImage(LinodeCall call)
    {
        var body = call.Body;
        if (body.Text("image") is not { } image)
        {
            yield break;
        }

        if (LinodeImages.TakesUserData(call, image) is null)
        {
            yield return ("image is not valid", "image");
        }

        foreach (var error in LinodeSecrets.Check(body, call.Account))
        {
            yield return error;
        }
    }

    /// <summary>There are no reserved addresses here, so none can be named.</summary>
    private static IEnumerable<(string Reason, string? Field)> CheckAddress(JsonBody body)
        => body.Texts("ipv4") is null ? [] : [("Must provide a single valid reserved ipv4 address", "ipv4")];

    private static IEnumerable<(string Reason, string? Field)> CheckUserData(LinodeCall call)
    {
        var body = call.Body;
        if (body.Object("metadata")?.Text("user_data") is not { } encoded)
        {
            yield break;
        }

        var decoded = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, decoded, out var length))
        {
            yield return ("user_data must be base64 encoded", "metadata.user_data");
        }
        else if (length > UserDataLimit)
        {
            yield return ($"user_data must not exceed {UserDataLimit} bytes", "metadata.user_data");
        }
        else if (body.Text("image") is { } image && LinodeImages.TakesUserData(call, image) == false)
        {
            yield return ("The image does not support cloud-init", "metadata");
        }
    }
}

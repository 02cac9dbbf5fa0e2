using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>Reading, renaming, tagging and deleting machines.</summary>
internal static class LinodeInstances
{
    public static Answer List(LinodeCall call)
        => LinodePage.Of(call, Visible(call), machine => machine.ToWire(call.Now), "group", "id", "ipv4", "label", "region", "tags");

    public static Answer Get(LinodeCall call) => Answer.Ok(call.Machine().ToWire(call.Now));

    public static Answer Update(LinodeCall call)
    {
        var machine = call.Machine();
        var errors = new List<(string Reason, string? Field)>();
        var label = call.Body.Text("label");
        if (label is not null && !string.Equals(label, machine.Label, StringComparison.Ordinal))
        {
            errors.AddRange(LinodeLabel.Check(label, call.Account));
        }

        errors.AddRange(LinodeTags.Check(call.Body.Texts("tags")));
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        machine.Label = label ?? machine.Label;
        machine.Tags = call.Body.Texts("tags") is { } tags ? [.. tags] : machine.Tags;
        machine.Updated = call.Now;
        return Answer.Ok(machine.ToWire(call.Now));
    }

    /// <summary>At once and in every state: the recordings delete machines that still provision.</summary>
    public static Answer Delete(LinodeCall call)
    {
        var machine = call.Machine();
        LinodeJobs.Delete(call.Store, call.Account, machine);
        return Answer.Ok(new { });
    }

    private static IReadOnlyList<LinodeMachine> Visible(LinodeCall call) => call.Lag == TimeSpan.Zero
        ? call.Account.Machines
        : LaggingList.At(call.Account.Machines, call.Account.Gone, machine => machine.Created, call.Now - call.Lag);
}

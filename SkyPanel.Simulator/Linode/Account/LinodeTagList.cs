using System.Globalization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Instances;

namespace SkyPanel.Simulator.Linode.Account;

/// <summary>Tags: those of machines, and those made by themselves.</summary>
internal static class LinodeTagList
{
    public static Answer List(LinodeCall call) => LinodePage.Of(call, Names(call), name => new { label = name }, "label");

    /// <summary>What carries the tag.</summary>
    public static Answer Get(LinodeCall call)
    {
        var name = Existing(call);
        return LinodePage.Of(call, call.Account.Machines.FindAll(machine => Has(machine, name)), machine => new { type = "linode", data = machine.ToWire(call.Now) });
    }

    public static Answer Create(LinodeCall call)
    {
        var name = call.Body.Text("label");
        var machines = (call.Body.Texts("linodes") ?? []).Select(id => call.Account.Machines.Find(machine => string.Equals(machine.Id.ToString(CultureInfo.InvariantCulture), id, StringComparison.Ordinal))).ToList();
        List<(string Reason, string? Field)> errors = [.. LinodeTags.Check([name ?? ""]).Select(error => (error.Reason, (string?)"label"))];
        if (machines.Contains(null))
        {
            errors.Add(("linodes is not valid", "linodes"));
        }

        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        call.Account.Tags.Add(name!);
        foreach (var machine in machines.OfType<LinodeMachine>().Where(machine => !Has(machine, name!)))
        {
            machine.Tags.Add(name!);
        }

        return Answer.Ok(new { label = name });
    }

    public static Answer Delete(LinodeCall call)
    {
        var name = Existing(call);
        call.Account.Tags.RemoveAll(tag => string.Equals(tag, name, StringComparison.Ordinal));
        foreach (var machine in call.Account.Machines)
        {
            machine.Tags.Remove(name);
        }

        return Answer.Ok(new { });
    }

    private static bool Has(LinodeMachine machine, string name) => machine.Tags.Contains(name, StringComparer.Ordinal);

    private static List<string> Names(LinodeCall call)
        => [.. call.Account.Tags.Concat(call.Account.Machines.SelectMany(machine => machine.Tags)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Existing(LinodeCall call)
        => Names(call).Find(name => string.Equals(name, call.Id, StringComparison.Ordinal)) ?? throw new RefusedException(LinodeErrors.NotFound);
}

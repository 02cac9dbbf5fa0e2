using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.StackScripts;

/// <summary>Public scripts, and those of the token's account.</summary>
internal static class LinodeStackScripts
{
    private static readonly string[] Filterable =
        ["deployments_total", "description", "id", "is_public", "label", "mine", "ordinal", "rev_note", "username"];

    public static Answer List(LinodeCall call)
    {
        List<(LinodeStackScript Script, bool Mine)> all = [.. Own(call).Select(script => (script, true)), .. PublicStackScripts.All.Select(script => (script, false))];
        return LinodePage.Of(call, all, entry => entry.Script.ToWire(entry.Mine), Filterable);
    }

    public static Answer Get(LinodeCall call)
        => Find(call, call.Id) is { } found ? Answer.Ok(found.ToWire(Own(call).Contains(found))) : LinodeErrors.NotFound;

    public static Answer Create(LinodeCall call)
    {
        var body = call.Body;
        var errors = Check(body, isNew: true).ToList();
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        var script = new LinodeStackScript
        {
            Id = call.Store.NextId("linode-stackscript", 1_800_000),
            Username = call.Account.Username,
            Label = "",
            Script = "",
            Created = call.Now,
        };
        Apply(call, script);
        call.Account.StackScripts.Add(script);
        return Answer.Ok(script.ToWire(mine: true));
    }

    public static Answer Update(LinodeCall call)
    {
        var script = Mine(call);
        var errors = Check(call.Body, isNew: false).ToList();
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        Apply(call, script);
        return Answer.Ok(script.ToWire(mine: true));
    }

    public static Answer Delete(LinodeCall call)
    {
        call.Account.StackScripts.Remove(Mine(call));
        return Answer.Ok(new { });
    }

    public static LinodeStackScript? Find(LinodeCall call, string key)
        => Own(call).Concat(PublicStackScripts.All).FirstOrDefault(script => string.Equals(script.Key, key, StringComparison.Ordinal));

    private static IReadOnlyList<LinodeStackScript> Own(LinodeCall call) => call.IsAnonymous ? [] : call.Account.StackScripts;

    private static LinodeStackScript Mine(LinodeCall call)
        => call.Account.StackScripts.Find(script => string.Equals(script.Key, call.Id, StringComparison.Ordinal)) ?? throw new RefusedException(LinodeErrors.NotFound);

    private static void Apply(LinodeCall call, LinodeStackScript script)
    {
        script.Label = call.Body.Text("label") ?? script.Label;
        script.Description = call.Body.Text("description") ?? script.Description;
        script.Images = call.Body.Texts("images") ?? script.Images;
        script.Script = call.Body.Text("script") ?? script.Script;
        script.RevNote = call.Body.Text("rev_note") ?? script.RevNote;

        // Once public it cannot be made private.
        script.IsPublic |= call.Body.Flag("is_public") == true;
        script.Updated = call.Now;
    }

    private static IEnumerable<(string Reason, string? Field)> Check(JsonBody body, bool isNew)
    {
        if (isNew || body.Has("label"))
        {
            if (body.Text("label") is not { Length: >= 3 and <= 128 })
            {
                yield return ("Length must be 3-128 characters", "label");
            }
        }

        if (isNew && body.Texts("images") is not { Count: > 0 })
        {
            yield return ("images is required", "images");
        }

        if ((isNew || body.Has("script")) && body.Text("script")?.StartsWith("#!", StringComparison.Ordinal) != true)
        {
            // The vendor's words for a script without its first line are not recorded.
            yield return ("Script must begin with a shebang (example: #!/bin/bash)", "script");
        }
    }
}

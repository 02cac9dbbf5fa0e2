using System.Globalization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Instances;

namespace SkyPanel.Simulator.Linode.Account;

internal sealed class LinodeKey
{
    public required long Id { get; init; }

    public required string Label { get; set; }

    public required string Text { get; init; }

    public DateTimeOffset Created { get; init; }

    public object ToWire() => new { id = Id, label = Label, ssh_key = Text, created = Wire.LinodeDate(Created) };
}

/// <summary>The public keys of the token's user.</summary>
internal static class LinodeKeys
{
    public static Answer List(LinodeCall call) => LinodePage.Of(call, call.Account.Keys, key => key.ToWire(), "id", "label");

    public static Answer Get(LinodeCall call) => Answer.Ok(Key(call).ToWire());

    public static Answer Create(LinodeCall call)
    {
        var (label, text) = (call.Body.Text("label"), call.Body.Text("ssh_key"));
        var errors = new List<(string Reason, string? Field)>();
        if (label is null or { Length: 0 or > 64 })
        {
            errors.Add((label is null ? "label is required" : "Length must be 1-64 characters", "label"));
        }

        if (text is null || !LinodeSecrets.IsPublicKey(text))
        {
            errors.Add((text is null ? "ssh_key is required" : "SSH Key is not valid", "ssh_key"));
        }

        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        var key = new LinodeKey { Id = call.Store.NextId("linode-key", 450_000), Label = label!, Text = text!, Created = call.Now };
        call.Account.Keys.Add(key);
        return Answer.Ok(key.ToWire());
    }

    public static Answer Update(LinodeCall call)
    {
        var key = Key(call);
        key.Label = call.Body.Text("label") ?? key.Label;
        return Answer.Ok(key.ToWire());
    }

    public static Answer Delete(LinodeCall call)
    {
        call.Account.Keys.Remove(Key(call));
        return Answer.Ok(new { });
    }

    private static LinodeKey Key(LinodeCall call)
        => long.TryParse(call.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && call.Account.Keys.Find(key => key.Id == id) is { } found
            ? found
            : throw new RefusedException(LinodeErrors.NotFound);
}

using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>What was asked for, after all checks.</summary>
internal sealed record NewLinode(string Type, string Region, string? Image, string? Label, IReadOnlyList<string> Tags, bool Booted)
{
    public string? UserData { get; init; }

    public bool PrivateIp { get; init; }

    public bool Backups { get; init; }

    public string? StackScriptId { get; init; }

    /// <summary>The names of the answers, never what was answered.</summary>
    public IReadOnlyList<string> StackScriptFields { get; init; } = [];

    public static NewLinode From(JsonBody body) => new(
        body.Text("type")!,
        body.Text("region")!,
        body.Text("image"),
        body.Text("label"),
        body.Texts("tags") ?? [],
        body.Has("image") && body.Flag("booted") != false)
    {
        UserData = body.Object("metadata")?.Text("user_data"),
        PrivateIp = body.Flag("private_ip") == true,
        Backups = body.Flag("backups_enabled") == true,
        StackScriptId = body.Text("stackscript_id"),
        StackScriptFields = [.. (body.Object("stackscript_data") ?? JsonBody.Empty).TextPairs().Select(pair => pair.Name)],
    };
}

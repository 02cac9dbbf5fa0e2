using System.Globalization;
using System.Text.Json.Serialization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.StackScripts;

/// <summary>A script that runs at a machine's first boot.</summary>
internal sealed class LinodeStackScript
{
    /// <summary>An image of this name stands for every one.</summary>
    public const string AnyImage = "any/all";

    public required long Id { get; init; }

    /// <summary>Marketplace apps are scripts of the vendor's own user, "One-Click" at the end of their label.</summary>
    public required string Username { get; init; }

    public required string Label { get; set; }

    public string Description { get; set; } = "";

    public IReadOnlyList<string> Images { get; set; } = [];

    public bool IsPublic { get; set; }

    public string RevNote { get; set; } = "";

    public required string Script { get; set; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; set; }

    [JsonIgnore]
    public string Key => Id.ToString(CultureInfo.InvariantCulture);

    [JsonIgnore]
    public IReadOnlyList<StackScriptField> Fields => StackScriptField.Read(Script);

    public bool Takes(string image) => Images.Contains(image, StringComparer.Ordinal) || Images.Contains(AnyImage, StringComparer.Ordinal);

    public object ToWire(bool mine) => new
    {
        id = Id,
        username = Username,
        user_gravatar_id = StableId.Hex("gravatar" + Username, 32),
        label = Label,
        description = Description,
        ordinal = 0,
        logo_url = "",
        images = Images,
        deployments_total = mine ? 0 : 10,
        deployments_active = mine ? 0 : 3,
        is_public = IsPublic,
        mine,
        created = Wire.LinodeDate(Created),
        updated = Wire.LinodeDate(Updated),
        rev_note = RevNote,
        script = Script,
        user_defined_fields = Fields.Select(field => field.ToWire()).ToArray(),
    };
}

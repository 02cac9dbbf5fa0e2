namespace SkyPanel.Web.Hosting.Settings;

/// <summary>The panel as its visitors reach it. Section <c>Panel</c>.</summary>
public sealed class PanelHostOptions
{
    public const string Section = "Panel";

    /// <summary>Where customers reach the panel; null in Development, where the request's own address is used.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>Where Development keeps what it makes by itself; empty for the folder data in the content root.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>Lets cookies go over plain http in Bench; Development always does, Production never.</summary>
    public bool InsecureCookies { get; set; }
}

namespace SkyPanel.Web.Components.Theme;

/// <summary>
/// Light, dark or as the system is, read from cookies on the server so that the first byte has the right colours. The script writes what the
/// visitor chose into one cookie and what their system prefers into another.
/// </summary>
/// <param name="Chosen">light, dark or system.</param>
/// <param name="SystemIsDark">What the system preferred when the script last looked.</param>
public sealed record ThemeChoice(string Chosen, bool SystemIsDark)
{
    public const string ChoiceCookie = "skypanel-theme";
    public const string SystemCookie = "skypanel-scheme";

    public static ThemeChoice System { get; } = new("system", SystemIsDark: false);

    public bool IsDark => Chosen is "dark" || (Chosen is "system" && SystemIsDark);

    /// <summary>What to force the page to; null lets the browser follow the system, which it does without us.</summary>
    public string? Attribute => Chosen is "system" ? null : Chosen;

    public static ThemeChoice FromCookies(IRequestCookieCollection cookies) => new(
        cookies[ChoiceCookie] is "light" or "dark" ? cookies[ChoiceCookie]! : "system",
        cookies[SystemCookie] is "dark");
}

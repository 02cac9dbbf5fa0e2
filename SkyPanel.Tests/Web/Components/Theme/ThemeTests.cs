using System.Text.RegularExpressions;
using MudBlazor;
using MudBlazor.Utilities;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Components.Theme;

namespace SkyPanel.Tests.Web.Components.Theme;

public sealed partial class ThemeTests(PanelFactory panel) : IClassFixture<PanelFactory>
{
    private static readonly Dictionary<string, Func<Palette, MudColor>> Shared = new(StringComparer.Ordinal)
    {
        ["--sp-bg"] = x => x.Background,
        ["--sp-surface"] = x => x.Surface,
        ["--sp-sunken"] = x => x.BackgroundGray,
        ["--sp-line"] = x => x.LinesDefault,
        ["--sp-line-strong"] = x => x.LinesInputs,
        ["--sp-text"] = x => x.TextPrimary,
        ["--sp-text-2"] = x => x.TextSecondary,
        ["--sp-primary"] = x => x.Primary,
        ["--sp-on-primary"] = x => x.PrimaryContrastText,
        ["--sp-success"] = x => x.Success,
        ["--sp-warning"] = x => x.Warning,
        ["--sp-danger"] = x => x.Error,
        ["--sp-info"] = x => x.Info,
    };

    [Theory]
    [InlineData("skypanel-theme=dark", "data-theme=\"dark\"")]
    [InlineData("skypanel-theme=light; skypanel-scheme=dark", "data-theme=\"light\"")]
    public async Task Page_VisitorWhoChose_HasTheirColoursFromTheFirstByte(string cookies, string expected) =>
        Assert.Contains(expected, await RootTagAsync(cookies), StringComparison.Ordinal);

    [Theory]
    [InlineData("other=1")]
    [InlineData("skypanel-theme=system; skypanel-scheme=dark")]
    [InlineData("skypanel-theme=%22onload=x")]
    public async Task Page_VisitorWhoDidNotChoose_FollowsTheSystem(string cookies) =>
        Assert.DoesNotContain("data-theme", await RootTagAsync(cookies), StringComparison.Ordinal);

    [Fact]
    public async Task Tokens_EveryColour_IsTheOneThatMudBlazorHas()
    {
        using var visitor = panel.NewVisitor();
        var tokens = Token().Matches(await visitor.GetAsync("/css/tokens.css")).ToDictionary(x => x.Groups["name"].Value, StringComparer.Ordinal);

        Assert.Equal(Shared.Keys.Order(StringComparer.Ordinal), tokens.Keys.Order(StringComparer.Ordinal));
        Assert.All(Shared, x =>
        {
            Assert.Equal(new MudColor(tokens[x.Key].Groups["light"].Value), x.Value(PanelTheme.Instance.PaletteLight));
            Assert.Equal(new MudColor(tokens[x.Key].Groups["dark"].Value), x.Value(PanelTheme.Instance.PaletteDark));
        });
    }

    [Theory]
    [InlineData("--sp-text", 4.5)]
    [InlineData("--sp-text-2", 4.5)]
    [InlineData("--sp-primary", 4.5)]
    [InlineData("--sp-danger", 4.5)]
    [InlineData("--sp-success", 3)]
    [InlineData("--sp-warning", 3)]
    [InlineData("--sp-info", 3)]
    [InlineData("--sp-line-strong", 3)]
    public void Colours_OnEverySurface_AreLegible(string token, double least)
    {
        foreach (var palette in new Palette[] { PanelTheme.Instance.PaletteLight, PanelTheme.Instance.PaletteDark })
        {
            foreach (var ground in new[] { palette.Background, palette.Surface, palette.BackgroundGray })
            {
                Assert.InRange(Contrast(Shared[token](palette), ground), least, 21);
            }
        }
    }

    private static double Contrast(MudColor one, MudColor other)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(MudColor color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel) => channel / 255.0 is var x && x <= 0.04045 ? x / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);

    private async Task<string> RootTagAsync(string cookies)
    {
        using var visitor = panel.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", cookies);
        return Root().Match(await visitor.GetAsync("/account/sign-in")).Value;
    }

    [GeneratedRegex("<html[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"(?<name>--sp-[a-z0-9-]+): light-dark\((?<light>#[0-9a-f]{6}), (?<dark>#[0-9a-f]{6})\)", RegexOptions.None, 1000)]
    private static partial Regex Token();
}

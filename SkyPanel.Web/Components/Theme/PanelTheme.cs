using MudBlazor;

namespace SkyPanel.Web.Components.Theme;

/// <summary>MudBlazor's share of the theme. The same values stand in tokens.css for pages and parts without MudBlazor; a test holds them together.</summary>
public static class PanelTheme
{
    private static readonly string[] Sans = ["Inter Variable", "system-ui", "sans-serif"];

    public static MudTheme Instance { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#4f46e5",
            PrimaryContrastText = "#ffffff",
            Secondary = "#52525b",
            Tertiary = "#4f46e5",
            Info = "#2563eb",
            Success = "#15803d",
            Warning = "#b45309",
            Error = "#c81e1e",
            Dark = "#18181b",
            TextPrimary = "#18181b",
            TextSecondary = "#5b5b66",
            TextDisabled = "#8a8a95",
            ActionDefault = "#5b5b66",
            ActionDisabled = "#a1a1aa",
            ActionDisabledBackground = "#ececef",
            Background = "#fafafa",
            BackgroundGray = "#f4f4f5",
            Surface = "#ffffff",
            DrawerBackground = "#fafafa",
            DrawerText = "#18181b",
            DrawerIcon = "#5b5b66",
            AppbarBackground = "#ffffff",
            AppbarText = "#18181b",
            LinesDefault = "#e4e4e7",
            LinesInputs = "#8a8a95",
            TableLines = "#e4e4e7",
            TableStriped = "#fafafa",
            TableHover = "#f4f4f5",
            Divider = "#e4e4e7",
            DividerLight = "#f0f0f2",
            Skeleton = "#ececef",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#818cf8",
            PrimaryContrastText = "#0f1014",
            Secondary = "#b4b4bf",
            Tertiary = "#818cf8",
            Info = "#60a5fa",
            Success = "#4ade80",
            Warning = "#fbbf24",
            Error = "#f87171",
            Dark = "#27272f",
            TextPrimary = "#ececf1",
            TextSecondary = "#a3a3b0",
            TextDisabled = "#70707d",
            ActionDefault = "#a3a3b0",
            ActionDisabled = "#5a5a66",
            ActionDisabledBackground = "#24252c",
            Background = "#0f1014",
            BackgroundGray = "#1d1e25",
            Surface = "#16171c",
            DrawerBackground = "#0f1014",
            DrawerText = "#ececf1",
            DrawerIcon = "#a3a3b0",
            AppbarBackground = "#16171c",
            AppbarText = "#ececf1",
            LinesDefault = "#292a32",
            LinesInputs = "#70707d",
            TableLines = "#292a32",
            TableStriped = "#131419",
            TableHover = "#1d1e25",
            Divider = "#292a32",
            DividerLight = "#202128",
            Skeleton = "#24252c",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontFamily = Sans, FontSize = "1.5rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-0.01em" },
            H2 = new H2Typography { FontFamily = Sans, FontSize = "1.25rem", FontWeight = "600", LineHeight = "1.3", LetterSpacing = "-0.01em" },
            H3 = new H3Typography { FontFamily = Sans, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H4 = new H4Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H5 = new H5Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "1rem", FontWeight = "600", LineHeight = "1.4", LetterSpacing = "normal" },
            Subtitle1 = new Subtitle1Typography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "500", LetterSpacing = "normal" },
            Subtitle2 = new Subtitle2Typography { FontFamily = Sans, FontSize = "0.8125rem", FontWeight = "500", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "0.875rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "0.8125rem", LineHeight = "1.5", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Sans, FontSize = "0.875rem", FontWeight = "500", LetterSpacing = "normal", TextTransform = "none" },
            Caption = new CaptionTypography { FontFamily = Sans, FontSize = "0.75rem", LetterSpacing = "normal" },
            Overline = new OverlineTypography { FontFamily = Sans, FontSize = "0.75rem", LetterSpacing = "normal", TextTransform = "none" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", AppbarHeight = "56px", DrawerWidthLeft = "232px", DrawerMiniWidthLeft = "56px" },
    };
}

using Microsoft.Playwright;

namespace SkyPanel.Tests.Browser.Tour;

/// <summary>Takes each view of a page four times: on a desk and on a phone, light and dark.</summary>
internal sealed class Camera(string folder)
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("1440", 1440, 900), ("390", 390, 844)];
    private static readonly (string Name, ColorScheme Scheme)[] Schemes = [("light", ColorScheme.Light), ("dark", ColorScheme.Dark)];

    public async Task TakeAsync(IPage page, string name)
    {
        foreach (var (size, width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);

            // A window as high as the page, so that what sticks to its edges is at its edges.
            var whole = await page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
            await page.SetViewportSizeAsync(width, Math.Max(height, whole));
            foreach (var (scheme, colours) in Schemes)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });

                // MudBlazor's colours come back from the server.
                await page.WaitForTimeoutAsync(150);
                var path = Path.Combine(folder, $"{name}-{size}-{scheme}.png");
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Animations = ScreenshotAnimations.Disabled });
            }
        }

        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }
}

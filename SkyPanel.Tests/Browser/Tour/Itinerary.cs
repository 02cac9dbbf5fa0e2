using Microsoft.Playwright;

namespace SkyPanel.Tests.Browser.Tour;

/// <summary>Where the camera goes.</summary>
/// <param name="orderFault">Tells the clouds to fail, in the simulator's words.</param>
internal sealed partial class Itinerary(LivePanel panel, Camera camera, Func<object, Task> orderFault)
{
    private static Task ButtonAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    private static Task EscapeAsync(IPage page) => page.Keyboard.PressAsync("Escape");

    private static async Task<Visit> SeeAsync(Visit visit, string path, string testId)
    {
        await visit.OpenAsync(path);
        await visit.Page.Locator($"[data-testid^='{testId}']").First.WaitForAsync();
        return visit;
    }

    private async Task<Visit> VisitAsync(string person)
    {
        var visit = await panel.VisitAsync();
        await visit.SignInAsync(person);
        return visit;
    }
}

using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser.Tour;

internal sealed partial class Itinerary
{
    /// <summary>The panel dies under an open page; the last stop.</summary>
    public async Task LostConnectionAsync()
    {
        await using var visit = await VisitAsync("Carla Customer");
        await SeeAsync(visit, "/instances", "row-");
        panel.Process.Kill();
        await Expect(visit.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync(new() { Timeout = Visit.Patience });
        await camera.TakeAsync(visit.Page, "reconnect");

        // Giving up takes the framework minutes: a copy of the dialog that it no longer knows stands in.
        await visit.Page.EvaluateAsync(
            "() => { const real = document.getElementById('components-reconnect-modal'), still = real.cloneNode(true); real.replaceWith(still); "
            + "still.removeAttribute('open'); still.className = 'components-reconnect-failed'; still.showModal(); }");
        await camera.TakeAsync(visit.Page, "reconnect-failed");
    }
}

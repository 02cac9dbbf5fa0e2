using Microsoft.Playwright;

namespace SkyPanel.Tests.Browser;

/// <summary>What all tests through a browser share: the panel, and that nothing untoward happened on any page that was opened.</summary>
[Collection<LivePanelCollection>]
[Trait("Kind", "Browser")]
public abstract class BrowserTests(LivePanel panel) : IAsyncLifetime
{
    protected const string Customer = "Carla Customer";
    protected const string OtherCustomer = "Dmitri Other";
    protected const string Admin = "Ada Admin";
    private readonly List<Visit> _visits = [];

    protected LivePanel Panel => panel;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var faults = _visits.SelectMany(x => x.Faults).ToList();
        foreach (var visit in _visits)
        {
            await visit.DisposeAsync();
        }

        Assert.Empty(faults);
    }

    /// <summary>Opens a browser for someone who is not signed in.</summary>
    internal async Task<Visit> VisitAsync()
    {
        var visit = await panel.VisitAsync();
        _visits.Add(visit);
        return visit;
    }

    /// <summary>Opens a browser for one of the demo's people.</summary>
    internal async Task<Visit> VisitAsync(string person)
    {
        var visit = await VisitAsync();
        await visit.SignInAsync(person);
        return visit;
    }

    /// <summary>A name that no other test uses.</summary>
    protected static string NewName(string start) => $"{start}-{Guid.NewGuid().ToString("n")[..6]}";
}

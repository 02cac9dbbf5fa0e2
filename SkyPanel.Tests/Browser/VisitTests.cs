namespace SkyPanel.Tests.Browser;

/// <summary>That a fault on a page would be seen: every other test here relies on it.</summary>
public sealed class VisitTests(LivePanel panel) : BrowserTests(panel)
{
    [Theory]
    [InlineData("() => { new Image().src = 'https://elsewhere.example/pixel.png'; }")]
    [InlineData("() => { document.head.append(Object.assign(document.createElement('script'), { text: 'window.x = 1' })); }")]
    [InlineData("() => { console.error('broken'); }")]
    [InlineData("() => { setTimeout(() => { throw new Error('broken'); }); }")]
    public async Task Faults_SomethingUntoward_IsNoted(string script)
    {
        await using var visit = await Panel.VisitAsync();
        await visit.Page.GotoAsync("/account/sign-in");
        Assert.Empty(visit.Faults);

        await visit.Page.EvaluateAsync(script);

        // What the script started is over when the next page is there.
        await visit.Page.GotoAsync("/account/register");
        Assert.NotEmpty(visit.Faults);
    }
}

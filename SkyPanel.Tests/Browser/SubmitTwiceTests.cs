using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace SkyPanel.Tests.Browser;

/// <summary>Nothing that a person does with the wizard's last button makes two machines.</summary>
public sealed partial class SubmitTwiceTests(LivePanel panel) : BrowserTests(panel)
{
    [Fact]
    public async Task Submit_DoubleClick_MakesOneMachine()
    {
        var visit = await VisitAsync(OtherCustomer);
        var wizard = new Wizard(visit);
        var before = await MachinesAsync();
        var name = NewName("double");
        await wizard.EnterAsync();
        await wizard.FillAsync(name);

        await wizard.Submit.DblClickAsync();

        await ExpectOneMachineAsync(visit, name, before);
    }

    [Fact]
    public async Task Submit_BackAndReloadAndAgain_LeadsToTheSameMachine()
    {
        var visit = await VisitAsync(OtherCustomer);
        var wizard = new Wizard(visit);
        var before = await MachinesAsync();
        var name = NewName("again");
        await wizard.EnterAsync();
        await wizard.FillAsync(name);
        var address = visit.Page.Url;
        await wizard.Submit.ClickAsync();
        await visit.Page.WaitForURLAsync(InstanceAddress());
        var first = visit.Page.Url;

        // The address changes before the page does; a click that comes in between would meet the wizard that is just leaving.
        await visit.Page.GetByTestId("status").WaitForAsync();

        await visit.Page.GoBackAsync();
        await wizard.Submit.ClickAsync();
        await visit.Page.WaitForURLAsync(InstanceAddress());
        Assert.Equal(first, visit.Page.Url);
        await visit.Page.GetByTestId("status").WaitForAsync();

        await visit.OpenAsync(address);
        await wizard.Submit.ClickAsync();
        await visit.Page.WaitForURLAsync(InstanceAddress());
        Assert.Equal(first, visit.Page.Url);
        await ExpectOneMachineAsync(visit, name, before);
    }

    private async Task ExpectOneMachineAsync(Visit visit, string name, int before)
    {
        await Expect(visit.Page.GetByTestId("status")).ToHaveTextAsync("Running", new() { Timeout = Visit.Patience });
        await visit.OpenAsync("/instances?q=" + name);
        await Expect(visit.Page.GetByTestId($"row-{name}")).ToHaveCountAsync(1);
        Assert.Equal(before + 1, await MachinesAsync());
    }

    /// <summary>How many the provider ever made for us: every one bears the mark of its operation.</summary>
    private async Task<int> MachinesAsync() =>
        OurMark().Matches(await File.ReadAllTextAsync(Panel.SimulatorFile, TestContext.Current.CancellationToken))
            .Select(x => x.Value).Distinct(StringComparer.Ordinal).Count();

    [GeneratedRegex("sp-[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex OurMark();

    [GeneratedRegex("/instances/[0-9a-f-]{36}$", RegexOptions.None, 1000)]
    private static partial Regex InstanceAddress();
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminOrganizations;

namespace SkyPanel.Tests.Web.Features.AdminOrganizations;

public sealed class OrganizationsPageTests
{
    [Fact]
    public async Task Open_WithSomeoneWaiting_ShowsThemFirst()
    {
        await using var bench = await AdminBench.StartAsync();
        await RegisterAsync(bench, "waiting@example.test");
        bench.Core.Time.Advance(TimeSpan.FromHours(1));
        await bench.Core.CustomerAsync();

        var page = bench.Open<OrganizationsPage>();

        page.WaitForElement("tbody tr:first-child [data-testid='approve-waiting@example.test']");
        Assert.Equal(3, page.FindAll("tbody tr").Count);
        Assert.Contains("1 awaits approval.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_Pressed_LetsThemBuy()
    {
        await using var bench = await AdminBench.StartAsync();
        await RegisterAsync(bench, "waiting@example.test");
        var page = bench.Open<OrganizationsPage>();

        await page.WaitForElement("[data-testid='approve-waiting@example.test']").ClickAsync(new());

        page.WaitForElement("[data-testid='organization-row-waiting@example.test'] .status--success");
        Assert.All(await RowsAsync(bench), x => Assert.Equal(OrganizationState.Active, x.State));
    }

    [Fact]
    public async Task Open_ByACustomer_ShowsNobody()
    {
        await using var bench = await AdminBench.StartAsync();
        bench.SignIn(await bench.Core.CustomerAsync());

        var page = bench.Page.Render<OrganizationsPage>();

        page.WaitForAssertion(() => Assert.Contains("Not for your role", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("@example.test", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Suspend_WithoutAReason_IsRefusedAndWithOneIsDone()
    {
        await using var bench = await AdminBench.StartAsync();
        var row = (await RowsAsync(bench))[0];
        bench.SignIn(bench.Admin);
        var dialogs = bench.Page.Services.GetRequiredService<MudBlazor.IDialogService>();
        var answer = bench.Dialogs.InvokeAsync(() => SuspendDialog.ShowAsync(dialogs, row));

        await bench.Dialogs.WaitForElement("#suspend-form").SubmitAsync();
        Assert.Contains("Say why", bench.Dialogs.WaitForElement("#suspend-help[role='alert']").TextContent, StringComparison.Ordinal);
        Assert.Equal(OrganizationState.Active, (await RowsAsync(bench))[0].State);

        await bench.Dialogs.Find("[data-testid='suspend-reason']").InputAsync("Unpaid bill");
        await bench.Dialogs.Find("#suspend-form").SubmitAsync();

        Assert.True(await answer);
        Assert.Equal("Unpaid bill", (await RowsAsync(bench))[0].SuspensionReason);
    }

    private static async Task RegisterAsync(AdminBench bench, string email)
    {
        var user = new PanelUser { CreatedAt = bench.Core.Time.GetUtcNow() };
        user.UserName = user.NormalizedUserName = user.Email = user.NormalizedEmail = email;
        var organization = Organization.Personal("Waiting", OrganizationLimits.None, bench.Core.Time.GetUtcNow(), approved: false);
        await using var db = bench.Core.OpenDb();
        db.AddRange(user, organization, OrganizationMember.Join(organization.Id, user.Id, OrganizationRole.Owner, bench.Core.Time.GetUtcNow()));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Task<IReadOnlyList<OrganizationRow>> RowsAsync(AdminBench bench) =>
        bench.Core.Get<OrganizationDirectory>().ListAsync(bench.Admin, TestContext.Current.CancellationToken);
}

using SkyPanel.Core.Access;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Components.Layout;

namespace SkyPanel.Tests.Web.Components.Layout;

public sealed class FrameTests
{
    private static readonly NavEntry[] All =
    [
        new(NavSection.Customer, 20, "Instances", "", "/instances", Permission.ViewInstances),
        new(NavSection.Customer, 10, "Overview", "", "/overview", Permission.ViewInstances),
        new(NavSection.Admin, 10, "Plans", "", "/admin/plans", Permission.ManageCatalog),
    ];

    [Fact]
    public void Entries_Customer_AreTheirsInOrderAndNoneOfTheHouse()
    {
        var content = new FrameContent("ada@example.com", [Permission.ViewInstances]);

        Assert.Equal(["Overview", "Instances"], content.Entries(All, NavSection.Customer).Select(x => x.Title), StringComparer.Ordinal);
        Assert.Empty(content.Entries(All, NavSection.Admin));
    }

    [Fact]
    public async Task Frame_OfAPage_WaitsToBeInteractiveAndHasOneMainPart()
    {
        await using var panel = new PanelFactory();
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "frame@example.com");

        var page = await visitor.GetAsync("/instances");

        Assert.Contains("data-interactive=\"false\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/instances#main\"", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<main").Length);
        Assert.DoesNotContain("side-switch", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frame_OfAPersonWhoWasDisabled_ShowsNoNavigation()
    {
        await using var panel = new PanelFactory();
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "gone@example.com");
        await panel.ChangeAsync(db =>
        {
            db.Users.Single(x => x.Email == "gone@example.com").DisabledAt = DateTimeOffset.UnixEpoch;
            return Task.CompletedTask;
        });

        Assert.DoesNotContain("drawer-link", await visitor.GetAsync("/instances"), StringComparison.Ordinal);
    }
}

using Bunit;
using SkyPanel.Core.Alerts;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Features.AdminOverview;

namespace SkyPanel.Tests.Web.Features.AdminOverview;

public sealed class OverviewPageTests
{
    [Fact]
    public async Task Alert_RaisedWhileThePageIsOpen_AppearsAndGoesWhenDismissed()
    {
        await using var bench = await AdminBench.StartAsync();
        var page = bench.Open<OverviewPage>();
        page.WaitForElement(".empty");

        await bench.Core.Get<AlertBook>().RaiseAsync(AlertKind.AccountRefused, Guid.NewGuid(), "The token was revoked.", TestContext.Current.CancellationToken);

        Assert.Contains("The token was revoked.", page.WaitForElement("[data-testid='alert-AccountRefused']").TextContent, StringComparison.Ordinal);
        await page.Find("[data-testid='alert-AccountRefused'] button").ClickAsync(new());
        Assert.NotNull(page.WaitForElement(".empty"));
    }

    [Fact]
    public void EveryKind_HasAWordAndAPlaceToMendIt() =>
        Assert.All(Enum.GetValues<AlertKind>(), x => Assert.StartsWith("/admin/", AlertWords.Path(x, Guid.Empty) + x.Word()[..0], StringComparison.Ordinal));
}

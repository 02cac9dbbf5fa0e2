using System.Net;
using SkyPanel.Tests.Web.Support;

namespace SkyPanel.Tests.Web.Hosting;

public sealed class PipelineTests(PanelFactory panel) : IClassFixture<PanelFactory>
{
    [Fact]
    public async Task Get_UnknownPage_ExplainsItself()
    {
        using var visitor = panel.NewVisitor();

        Assert.Contains("There is nothing here", await visitor.GetAsync("/nothing-here"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task Post_ToNowhere_KeepsItsOwnAnswer()
    {
        using var visitor = panel.NewVisitor();

        await visitor.ForceAsync("/nothing-here", "/account/sign-in");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, visitor.Status);
    }

    [Fact]
    public async Task DemoSignIn_PersonWhoIsNotOfTheDemo_IsNotSignedIn()
    {
        using var visitor = panel.NewVisitor();
        await visitor.RegisterAsync("victim@example.com");

        await visitor.ForceAsync("/account/demo-sign-in", "/account/sign-in", ("email", "victim@example.com"), ("returnUrl", "/"));

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        await visitor.GetAsync("/instances");
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
    }
}

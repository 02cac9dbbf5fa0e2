using Microsoft.EntityFrameworkCore;
using SkyPanel.Tests.Web.Support;

namespace SkyPanel.Tests.Web.Components.Account;

public sealed class ClosedSignUpTests
{
    [Fact]
    public async Task Register_WhileClosed_SaysSoAndMakesNobody()
    {
        await using var panel = PanelFactory.With(("SignUp:Open", "false"));
        using var visitor = panel.NewVisitor();

        Assert.Contains("Registration is closed", await visitor.GetAsync("/account/register"), StringComparison.Ordinal);
        Assert.DoesNotContain("/account/register", await visitor.GetAsync("/account/sign-in"), StringComparison.Ordinal);

        // As one who kept the form open from before.
        await visitor.ForceAsync(
            "/account/register",
            "/account/sign-in",
            ("_handler", "register"),
            ("Input.Name", "Eve"),
            ("Input.Email", "eve@example.com"),
            ("Input.Password", Visitor.Password));

        await panel.ChangeAsync(async db => Assert.False(await db.Users.AnyAsync(TestContext.Current.CancellationToken)));
    }
}

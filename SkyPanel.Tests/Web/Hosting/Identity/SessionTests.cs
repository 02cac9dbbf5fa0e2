using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Tests.Web.Support;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Tests.Web.Hosting.Identity;

public sealed class SessionTests(PanelFactory panel) : IClassFixture<PanelFactory>
{
    [Fact]
    public async Task ValidateSecurityStamp_DisabledAfterSignIn_EndsTheSession()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "session@example.com");
        await using var scope = panel.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<PanelUser>>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PanelUser>>();
        var user = (await users.FindByEmailAsync("session@example.com"))!;
        var principal = await signIn.CreateUserPrincipalAsync(user);
        Assert.NotNull(await signIn.ValidateSecurityStampAsync(principal));

        user.DisabledAt = DateTimeOffset.UnixEpoch;
        await users.UpdateAsync(user);

        Assert.Null(await signIn.ValidateSecurityStampAsync(principal));
        Assert.False(await signIn.CanSignInAsync(user));
    }

    [Fact]
    public async Task ValidateSecurityStamp_AfterANewPassword_EndsTheSession()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "stamp@example.com");
        await using var scope = panel.Services.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<PanelUser>>();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PanelUser>>();
        var user = (await users.FindByEmailAsync("stamp@example.com"))!;
        var principal = await signIn.CreateUserPrincipalAsync(user);

        await users.ChangePasswordAsync(user, Visitor.Password, "another long one");

        Assert.Null(await signIn.ValidateSecurityStampAsync(principal));
    }

    [Fact]
    public async Task CurrentActor_Nobody_SaysSo()
    {
        var actor = new CurrentActor(
            new FixedAuthentication(new ClaimsPrincipal(new ClaimsIdentity())),
            panel.Services.GetRequiredService<SkyPanel.Core.Organizations.MembershipService>());

        Assert.Null(await actor.FindAsync(TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NoActorException>(() => actor.GetAsync(TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task CurrentActor_SignedIn_ActsInTheirOrganisationUntilDisabled()
    {
        using var visitor = panel.NewVisitor();
        await visitor.BecomeCustomerAsync(panel, "actor@example.com");
        await using var scope = panel.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PanelUser>>();
        var user = (await users.FindByEmailAsync("actor@example.com"))!;
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<PanelUser>>().CreateUserPrincipalAsync(user);
        var actor = new CurrentActor(
            new FixedAuthentication(principal), panel.Services.GetRequiredService<SkyPanel.Core.Organizations.MembershipService>());
        Assert.Equal(user.Id, (await actor.GetAsync(TestContext.Current.CancellationToken)).UserId);

        user.DisabledAt = DateTimeOffset.UnixEpoch;
        await users.UpdateAsync(user);

        Assert.Null(await actor.FindAsync(TestContext.Current.CancellationToken));
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Tests.Web.Support;

namespace SkyPanel.Tests.Core.Organizations;

public sealed class SignUpServiceTests(PanelFactory panel) : IClassFixture<PanelFactory>
{
    [Fact]
    public async Task Register_AddressTakenAfterItWasFoundFree_IsRefusedAsTaken()
    {
        Assert.True((await RegisterAsync("rush@example.com")).Succeeded);

        var second = await RegisterAsync("rush@example.com");

        Assert.Equal(nameof(IdentityErrorDescriber.DuplicateUserName), Assert.Single(second.Errors).Code);
    }

    /// <summary>Without the look whether the address is free, as if another had registered it just after that look.</summary>
    private async Task<IdentityResult> RegisterAsync(string email)
    {
        await using var scope = panel.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<UserManager<PanelUser>>().UserValidators.Clear();
        var user = new PanelUser { UserName = email, Email = email, DisplayName = "Ada" };
        return await scope.ServiceProvider.GetRequiredService<SignUpService>()
            .RegisterAsync(user, "a few words that nobody guesses", TestContext.Current.CancellationToken);
    }
}

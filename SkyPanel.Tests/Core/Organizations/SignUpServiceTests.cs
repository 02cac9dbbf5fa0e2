using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Core.Organizations;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Organizations;

public sealed class SignUpServiceTests
{
    private const string Email = "new@customer.test";
    private const string Password = "correct horse 7 Battery!";

    [Fact]
    public async Task Register_WhereRegistrationIsClosed_MakesNobody()
    {
        await using var host = await CoreHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["SignUp:Open"] = "false" });

        var result = await RegisterAsync(host);

        Assert.Equal("SignUpClosed", Assert.Single(result.Errors).Code);
        await using var db = host.OpenDb();
        Assert.False(await db.Users.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Register_AddressTakenBetweenLookAndWrite_IsRefusedAsTaken()
    {
        await using var host = await CoreHost.StartAsync(x => x.AddScoped<IUserValidator<PanelUser>, RivalRegistersNow>());

        var result = await RegisterAsync(host);

        Assert.Equal(nameof(IdentityErrorDescriber.DuplicateUserName), Assert.Single(result.Errors).Code);
        await using var db = host.OpenDb();
        Assert.False(await db.Set<Organization>().AnyAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<IdentityResult> RegisterAsync(CoreHost host)
    {
        await using var scope = host.Scope();
        var user = new PanelUser { UserName = Email, Email = Email };
        return await scope.ServiceProvider.GetRequiredService<SignUpService>().RegisterAsync(user, Password, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs after Identity has seen that the address is free. Through the same connection, as SQLite has one writer at a time.</summary>
    private sealed class RivalRegistersNow(SkyPanelDbContext db) : IUserValidator<PanelUser>
    {
        public async Task<IdentityResult> ValidateAsync(UserManager<PanelUser> manager, PanelUser user)
        {
            db.Users.Add(new PanelUser { UserName = Email, NormalizedUserName = manager.NormalizeName(Email), Email = Email, NormalizedEmail = manager.NormalizeEmail(Email) });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return IdentityResult.Success;
        }
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>The form targets that have no page of their own. Antiforgery is checked because they read a form.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this WebApplication app)
    {
        app.MapPost("/account/sign-out", SignOutAsync);
        if (app.Environment.IsDevelopment())
        {
            app.MapPost("/account/demo-sign-in", DemoSignInAsync).AllowAnonymous();
        }
    }

    private static async Task<IResult> SignOutAsync(PanelSignInManager signIn, [FromForm] string? _)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/sign-in?notice=signed-out");
    }

    private static async Task<IResult> DemoSignInAsync(
        [FromForm] string email, [FromForm] string? returnUrl, DemoAccounts accounts, PanelSignInManager signIn, UserManager<PanelUser> users)
    {
        if (!accounts.All.Any(x => string.Equals(x.Email, email, StringComparison.OrdinalIgnoreCase))
            || await users.FindByEmailAsync(email) is not { } user)
        {
            return Results.NotFound();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return Results.LocalRedirect(ReturnAddress.Local(returnUrl));
    }
}

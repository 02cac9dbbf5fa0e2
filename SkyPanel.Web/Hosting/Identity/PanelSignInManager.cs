using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>Identity's sign-in, for which a disabled person is nobody: not at the door, and not with a cookie from before.</summary>
internal sealed class PanelSignInManager(
    UserManager<PanelUser> userManager,
    IHttpContextAccessor contextAccessor,
    IUserClaimsPrincipalFactory<PanelUser> claimsFactory,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<PanelUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<PanelUser> confirmation)
    : SignInManager<PanelUser>(userManager, contextAccessor, claimsFactory, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(PanelUser user) =>
        user.DisabledAt is null && await base.CanSignInAsync(user);

    public override async Task<bool> ValidateSecurityStampAsync(PanelUser? user, string? securityStamp) =>
        user?.DisabledAt is null && await base.ValidateSecurityStampAsync(user, securityStamp);
}

using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>
/// Ends the session of an open page whose owner changed the password, signed out everywhere or was disabled. What a page may do is checked at
/// each service call anyway; this closes the page.
/// </summary>
internal sealed class SessionRevalidation(
    ILoggerFactory loggerFactory, IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
    : RevalidatingServerAuthenticationStateProvider(loggerFactory)
{
    /// <summary>How long a session may outlive its right, for cookies and for open pages alike: the one place to change it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        // A scope of its own: the circuit's context may be long dead or in use.
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PanelUser>>();
        var principal = authenticationState.User;
        var user = await users.GetUserAsync(principal);
        return user is { DisabledAt: null }
            && string.Equals(
                principal.FindFirst(options.Value.ClaimsIdentity.SecurityStampClaimType)?.Value,
                await users.GetSecurityStampAsync(user),
                StringComparison.Ordinal);
    }
}

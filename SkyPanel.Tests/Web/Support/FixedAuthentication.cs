using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace SkyPanel.Tests.Web.Support;

/// <summary>Somebody is signed in, for good.</summary>
internal sealed class FixedAuthentication(ClaimsPrincipal principal) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(principal));
}

using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Data.Identity;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>
/// Signs in by e-mail address and password. Whoever does not know the password learns nothing: an unknown address, a wrong password and a
/// locked account give the same answer and cost one hash each.
/// </summary>
internal sealed class PasswordSignIn(PanelSignInManager signIn, UserManager<PanelUser> users, IPasswordHasher<PanelUser> hasher)
{
    private static readonly PanelUser Nobody = new();

    // A hash of a password that nobody has, in the hasher's present format.
    private static string? s_spareHash;

    public async Task<PasswordSignInResult> AttemptAsync(string email, string password, bool remember)
    {
        var user = await users.FindByEmailAsync(email);
        if (user is null || await users.IsLockedOutAsync(user))
        {
            SpendTheTimeOfACheck(password);
            return PasswordSignInResult.Refused;
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            return PasswordSignInResult.Refused;
        }

        await users.ResetAccessFailedCountAsync(user);
        if (user is { DisabledAt: not null })
        {
            return PasswordSignInResult.Disabled;
        }

        if (!await signIn.CanSignInAsync(user))
        {
            return PasswordSignInResult.Unconfirmed;
        }

        await signIn.SignInAsync(user, remember);
        return PasswordSignInResult.SignedIn;
    }

    private void SpendTheTimeOfACheck(string password)
    {
        s_spareHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, s_spareHash, password);
    }
}

/// <summary>How an attempt to sign in ended.</summary>
internal enum PasswordSignInResult
{
    SignedIn,

    /// <summary>Unknown, wrong or locked; which of them is not told.</summary>
    Refused,

    /// <summary>The password is right and the address not yet confirmed.</summary>
    Unconfirmed,

    /// <summary>The password is right and staff have closed the account.</summary>
    Disabled,
}

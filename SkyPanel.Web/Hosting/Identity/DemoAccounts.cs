namespace SkyPanel.Web.Hosting.Identity;

/// <summary>The people of the demo, whom a click signs in. Development only; register another list to fill it.</summary>
public sealed class DemoAccounts(IReadOnlyList<DemoAccount> all)
{
    public IReadOnlyList<DemoAccount> All => all;
}

/// <summary>One of them.</summary>
/// <param name="Email">Whom to sign in.</param>
/// <param name="Name">How the button names them.</param>
/// <param name="Role">What the person is, in a few words.</param>
public sealed record DemoAccount(string Email, string Name, string Role);

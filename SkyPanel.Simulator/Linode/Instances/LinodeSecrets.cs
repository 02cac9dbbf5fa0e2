using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Instances;

/// <summary>How the owner will get in: a password strong enough, or keys. Nothing of it is kept.</summary>
internal static class LinodeSecrets
{
    public static IEnumerable<(string Reason, string? Field)> Check(JsonBody body, LinodeAccount account)
    {
        var password = body.Text("root_pass");
        var keys = body.Texts("authorized_keys") ?? [];
        var users = body.Texts("authorized_users") ?? [];
        if (password is null && keys.Count == 0 && users.Count == 0)
        {
            yield return ("Must provide valid root_pass, authorized_keys, or authorized_users", null);
        }

        if (password is not null && password.Length is < 7 or > 128)
        {
            yield return ("Length must be 7-128 characters", "root_pass");
        }
        else if (password is not null && !IsStrong(password))
        {
            yield return ("Password does not meet strength requirement", "root_pass");
        }

        if (!keys.All(IsPublicKey))
        {
            yield return ("SSH Key is not valid", "authorized_keys");
        }

        if (users.Any(user => !string.Equals(user, account.Username, StringComparison.Ordinal)))
        {
            yield return ("User does not exist", "authorized_users");
        }
    }

    public static bool IsPublicKey(string key) => key.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var kind, var blob, ..]
        && (kind.StartsWith("ssh-", StringComparison.Ordinal) || kind.StartsWith("ecdsa-", StringComparison.Ordinal) || kind.StartsWith("sk-", StringComparison.Ordinal))
        && Convert.TryFromBase64String(blob, new byte[blob.Length], out _);

    /// <summary>The vendor scores strength by a method of its own; this refuses what any such method would.</summary>
    private static bool IsStrong(string password)
    {
        var kinds = new[] { password.Any(char.IsLower), password.Any(char.IsUpper), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c)) };
        return password.Distinct().Count() >= 6 && kinds.Count(used => used) >= 2 && password.Length + (2 * kinds.Count(used => used)) >= 14;
    }
}

namespace SkyPanel.Providers.DigitalOcean;

/// <summary>
/// Cloud-config that sets root's password. The vendor has no field for one, and mails one that it made to the account's owner when a
/// create has neither keys nor user data.
/// </summary>
internal static class DropletUserData
{
    public static string RootPassword(string password) => $"""
        #cloud-config
        ssh_pwauth: true
        disable_root: false
        chpasswd:
          expire: false
          users:
            - name: root
              password: {YamlText.Quote(password)}
              type: text

        """.ReplaceLineEndings("\n");
}

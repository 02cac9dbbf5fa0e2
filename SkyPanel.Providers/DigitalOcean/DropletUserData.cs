using System.Text.Encodings.Web;
using System.Text.Json;

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
              password: {Quoted(password)}
              type: text

        """.ReplaceLineEndings("\n");

    /// <summary>A JSON string with everything beyond plain ASCII escaped is a YAML string that nothing can break out of.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.Default)}\"";
}

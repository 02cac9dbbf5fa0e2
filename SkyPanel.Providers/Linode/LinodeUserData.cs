using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SkyPanel.Providers.Linode;

/// <summary>Cloud-config that gives a machine its host name: the label is our mark and would be the host name otherwise.</summary>
internal static class LinodeUserData
{
    public static string HostName(string name)
    {
        var text = new StringBuilder("#cloud-config\n")
            .Append("preserve_hostname: false\n")
            .Append("hostname: ").Append(Quoted(name.Split('.')[0])).Append('\n');
        if (name.Contains('.', StringComparison.Ordinal))
        {
            text.Append("fqdn: ").Append(Quoted(name)).Append('\n');
        }

        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>A JSON string is a YAML string.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}

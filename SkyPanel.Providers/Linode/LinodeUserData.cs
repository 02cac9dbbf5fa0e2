using System.Text;

namespace SkyPanel.Providers.Linode;

/// <summary>Cloud-config that gives a machine its host name: the label is our mark and would be the host name otherwise.</summary>
internal static class LinodeUserData
{
    public static string HostName(string name)
    {
        var text = new StringBuilder("#cloud-config\n")
            .Append("preserve_hostname: false\n")
            .Append("hostname: ").Append(YamlText.Quote(name.Split('.')[0])).Append('\n');
        if (name.Contains('.', StringComparison.Ordinal))
        {
            text.Append("fqdn: ").Append(YamlText.Quote(name)).Append('\n');
        }

        return text.ToString();
    }
}

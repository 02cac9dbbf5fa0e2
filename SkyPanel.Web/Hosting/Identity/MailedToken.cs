using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>Reads a token back from the link that it travelled in.</summary>
internal static class MailedToken
{
    /// <summary>The token, or an empty one, which fits nothing, when the link was cut or altered on its way.</summary>
    public static string Decode(string? code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}

using System.Text;

namespace SkyPanel.Providers;

/// <summary>
/// Puts our own cloud-config and a customer's user data into one document. Two parts go as MIME, which cloud-init takes apart again; each
/// part is in base64, so no text in it can end it.
/// </summary>
internal static class UserDataParts
{
    private const string Boundary = "skypanel-user-data-part";
    private const int LineLength = 76;

    /// <summary>Null when there is neither.</summary>
    public static string? Combine(string? ours, string? theirs) => (ours, theirs) switch
    {
        (null, _) => theirs,
        (_, null) => ours,
        _ => Multipart(ours, theirs),
    };

    private static string Multipart(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder($"Content-Type: multipart/mixed; boundary=\"{Boundary}\"\nMIME-Version: 1.0\n");
        foreach (var part in parts)
        {
            text.Append("\n--").Append(Boundary)
                .Append("\nContent-Type: ").Append(TypeOf(part)).Append("; charset=\"utf-8\"\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n");
            foreach (var line in Convert.ToBase64String(Encoding.UTF8.GetBytes(part)).Chunk(LineLength))
            {
                text.Append(line).Append('\n');
            }
        }

        return text.Append("\n--").Append(Boundary).Append("--\n").ToString();
    }

    /// <summary>As cloud-init tells by the first line.</summary>
    private static string TypeOf(string part) => part switch
    {
        _ when part.StartsWith("#!", StringComparison.Ordinal) => "text/x-shellscript",
        _ when part.StartsWith("#cloud-config", StringComparison.Ordinal) => "text/cloud-config",
        _ when part.StartsWith("#include", StringComparison.Ordinal) => "text/x-include-url",
        _ when part.StartsWith("#cloud-boothook", StringComparison.Ordinal) => "text/cloud-boothook",
        _ => "text/plain",
    };
}

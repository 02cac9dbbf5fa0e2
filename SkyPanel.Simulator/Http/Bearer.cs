namespace SkyPanel.Simulator.Http;

/// <summary>What a token may do. The prefix of the token decides, so that a test can have each case without setting anything up.</summary>
internal enum TokenKind
{
    Missing,
    Invalid,
    ReadOnly,
    MissingScope,
    Full,
}

internal static class Bearer
{
    public static (TokenKind Kind, string Token) Read(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        return (KindOf(token), token);
    }

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static TokenKind KindOf(string token) => token switch
    {
        "" => TokenKind.Missing,
        _ when token.StartsWith("invalid", StringComparison.Ordinal) => TokenKind.Invalid,
        _ when token.StartsWith("readonly", StringComparison.Ordinal) => TokenKind.ReadOnly,
        _ when token.StartsWith("noscope", StringComparison.Ordinal) => TokenKind.MissingScope,
        _ => TokenKind.Full,
    };
}

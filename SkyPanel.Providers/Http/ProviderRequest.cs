namespace SkyPanel.Providers.Http;

/// <summary>One call as an adapter words it.</summary>
/// <param name="Method">The HTTP method; it alone decides whether the call may be repeated.</param>
/// <param name="Path">Relative to the vendor's base address, already escaped, with its query.</param>
/// <param name="Body">Written as JSON, or null for none.</param>
/// <param name="Headers">Beyond the usual ones; never secrets.</param>
internal sealed record ProviderRequest(
    HttpMethod Method,
    string Path,
    object? Body = null,
    IReadOnlyDictionary<string, string>? Headers = null)
{
    public string PathWithoutQuery => Path.Split('?', 2)[0];

    /// <summary>Whether sending it twice does no more than sending it once.</summary>
    public bool MayRepeat { get; } = Method == HttpMethod.Get || Method == HttpMethod.Put || Method == HttpMethod.Delete;

    public bool ChangesSomething { get; } = Method != HttpMethod.Get;

    /// <summary>Method and path with ids taken out: calls that a vendor counts together.</summary>
    public string Operation => $"{Method} {string.Join('/', PathWithoutQuery.Split('/').Select(x => x.Any(IsOfAnId) ? "{id}" : x))}";

    /// <summary>Bodies hold passwords: method and path only.</summary>
    public override string ToString() => $"{Method} {PathWithoutQuery}";

    /// <summary>Digits, or a slash escaped into <c>%2F</c>.</summary>
    private static bool IsOfAnId(char letter) => char.IsAsciiDigit(letter) || letter == '%';
}

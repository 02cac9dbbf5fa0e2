using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace SkyPanel.Tests.Providers;

/// <summary>One request as it went over the wire.</summary>
internal sealed record Sent(string Method, string Host, string PathAndQuery, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public bool IsPost => Method is "POST";

    public override string ToString() => $"{Method} {PathAndQuery}";
}

/// <summary>Stands in for the network: notes every request and answers by what the test says.</summary>
internal sealed class WireStub(Func<Sent, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<Sent> _sent = new();

    public WireStub(Func<Sent, HttpResponseMessage> answer)
        : this((sent, _) => Task.FromResult(answer(sent)))
    {
    }

    public IReadOnlyList<Sent> Sent => [.. _sent];

    public static WireStub Always(HttpStatusCode status, string body = "{}", string mediaType = "application/json", params (string Name, string Value)[] headers)
        => new(_ => Answer(status, body, mediaType, headers));

    /// <summary>Answers in order; the last answer is given again and again.</summary>
    public static WireStub InOrder(params Func<HttpResponseMessage>[] answers)
    {
        var next = -1;
        return new WireStub(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]());
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => Answer(status, body);

    public static HttpResponseMessage Answer(
        HttpStatusCode status, string body = "{}", string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = new Sent(
            request.Method.Method,
            request.RequestUri!.Host,
            request.RequestUri.PathAndQuery,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.ToDictionary(x => x.Key, x => string.Join(',', x.Value), StringComparer.OrdinalIgnoreCase));
        _sent.Enqueue(sent);
        var response = await answer(sent, cancellationToken);
        response.RequestMessage = request;
        return response;
    }
}

using Microsoft.AspNetCore.Http.Features;
using SkyPanel.Simulator.Control;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.Faults;

/// <summary>Makes matching requests go wrong in the way that was asked for.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultPlan plan, SimulatorStore store, TimeProvider time)
{
    private const string ItemKey = "fault";

    public static Fault? FaultOf(HttpContext http) => http.Items[ItemKey] as Fault;

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        if (Vendor.Of(http.Request.Path) is not { } vendor || plan.Take(vendor, Bearer.Token(http.Request), http.Request.Method, path) is not { } fault)
        {
            await next(http);
            return;
        }

        http.Items[ItemKey] = fault;
        if (FaultAnswer.Of(fault, vendor, time.GetUtcNow()) is { } answer)
        {
            await AnswerAsync(http, fault, answer);
            return;
        }

        await ApplyAsync(http, vendor, fault);
    }

    private Task ApplyAsync(HttpContext http, string vendor, Fault fault) => fault.Kind switch
    {
        FaultKind.Latency => DelayAsync(http, fault),
        FaultKind.Hang => HangAsync(http, fault),
        FaultKind.CutBefore => Cut(http),
        FaultKind.CutAfter => CutAfterAsync(http),
        FaultKind.Truncate => TruncateAsync(http),
        FaultKind.EmptyBody or FaultKind.UnknownStatus => RewriteAsync(http, fault),
        FaultKind.StuckPage => StickAsync(http, fault),
        FaultKind.ScopeLost or FaultKind.TokenRevoked => LoseAsync(http, vendor, fault),

        // The rest is done where the machine is made or listed.
        _ => next(http),
    };

    private async Task DelayAsync(HttpContext http, Fault fault)
    {
        var delay = TimeSpan.FromSeconds(fault.Seconds ?? 0);
        if (!fault.After)
        {
            await Task.Delay(delay, time, http.RequestAborted);
            await next(http);
            return;
        }

        var answer = await RunAsideAsync(http);
        await Task.Delay(delay, time, http.RequestAborted);
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    /// <summary>Nothing happens and nothing is answered, until the caller gives up or the seconds have passed.</summary>
    private async Task HangAsync(HttpContext http, Fault fault)
    {
        try
        {
            await Task.Delay(fault.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan, time, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, which is what a hang is for.
        }

        http.Abort();
    }

    private async Task AnswerAsync(HttpContext http, Fault fault, FaultAnswer answer)
    {
        if (fault.After)
        {
            await RunAsideAsync(http);
        }

        await answer.WriteAsync(http.Response, http.RequestAborted);
    }

    private async Task CutAfterAsync(HttpContext http)
    {
        await RunAsideAsync(http);
        http.Abort();
    }

    /// <summary>Promises the whole answer and sends half of it.</summary>
    private async Task TruncateAsync(HttpContext http)
    {
        var answer = await RunAsideAsync(http);
        http.Response.ContentLength = Math.Max(1, answer.Length);
        await http.Response.Body.WriteAsync(answer.AsMemory(0, answer.Length / 2), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    }

    private async Task RewriteAsync(HttpContext http, Fault fault)
    {
        var answer = AnswerRewriting.Apply(fault, await RunAsideAsync(http), http.Request);
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    /// <summary>Whichever page is asked for, it is the first, and there are more.</summary>
    private Task StickAsync(HttpContext http, Fault fault)
    {
        http.Request.Query = new QueryCollection(http.Request.Query.Where(pair => pair.Key is not "page").ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
        return RewriteAsync(http, fault);
    }

    /// <summary>From this request on, the token may no longer what it could before.</summary>
    private Task LoseAsync(HttpContext http, string vendor, Fault fault)
    {
        var token = Bearer.Token(http.Request);
        var grant = TokenGrants.Of(store, vendor, token);
        TokenGrants.Set(store, vendor, token, fault.Kind is FaultKind.TokenRevoked ? grant with { IsValid = false } : grant with { Scopes = fault.Scopes ?? [] });
        return next(http);
    }

    private static Task Cut(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Lets the request have its effect and keeps the answer back.</summary>
    private async Task<byte[]> RunAsideAsync(HttpContext http)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var aside = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(aside));
        try
        {
            await next(http);
        }
        finally
        {
            http.Features.Set(original);
        }

        return aside.ToArray();
    }
}

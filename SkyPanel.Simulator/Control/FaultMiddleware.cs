using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace SkyPanel.Simulator.Control;

/// <summary>Makes matching requests go wrong in the way that was asked for.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultPlan plan, TimeProvider time)
{
    private const string ItemKey = "fault";

    public static Fault? FaultOf(HttpContext http) => http.Items[ItemKey] as Fault;

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        if (Vendor.Of(http.Request.Path) is not { } vendor || plan.Take(vendor, http.Request.Method, path) is not { } fault)
        {
            await next(http);
            return;
        }

        http.Items[ItemKey] = fault;
        await ApplyAsync(http, fault);
    }

    private Task ApplyAsync(HttpContext http, Fault fault) => fault.Kind switch
    {
        "latency" => DelayAsync(http, fault),
        "hang" => HangAsync(http, fault),
        "status" => AnswerAsync(http, fault),
        "cut-before" => Cut(http),
        "cut-after" => CutAfterAsync(http),
        _ => TruncateAsync(http),
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

    private async Task AnswerAsync(HttpContext http, Fault fault)
    {
        if (fault.After)
        {
            await RunAsideAsync(http);
        }

        http.Response.Headers.ContentLength = null;
        http.Response.StatusCode = fault.Status ?? StatusCodes.Status500InternalServerError;
        http.Response.ContentType = "application/json";
        foreach (var (name, value) in fault.Headers ?? [])
        {
            http.Response.Headers[name] = value;
        }

        if (fault.Body is { ValueKind: not JsonValueKind.Null } body)
        {
            // A body given as a string is sent as it is: proxies answer with HTML.
            var text = body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText();
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
        }
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

using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers.Http;

/// <summary>What real sockets do, and what a stubbed handler cannot show.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task Boot_ConnectionRefused_WasProvablyNotSent()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = Address(closed);
        closed.Stop();
        await using var services = Services();

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => For(services, address).BootAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Unavailable, true, ProviderOutcome.None), (thrown.Error.Code, thrown.Error.Retryable, thrown.Error.Outcome));
    }

    /// <summary>A kept connection that dies is one over which the network stack sends again by itself, if it thinks that it may.</summary>
    [Fact]
    public async Task Boot_KeptConnectionCutAfterThePost_IsSentOnceAndUnknown()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var posts = 0;
        var serving = ServeAsync(listener, () => Interlocked.Increment(ref posts), stop.Token);
        await using var services = Services();
        var provider = For(services, Address(listener));
        await provider.GetInstanceAsync("7", ProviderBench.Cancellation);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => provider.BootAsync("7", ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Unavailable, ProviderOutcome.Unknown), (thrown.Error.Code, thrown.Error.Outcome));
        Assert.Equal(1, posts);
        await stop.CancelAsync();
        await serving;
    }

    [Fact]
    public async Task Get_Redirect_IsNotFollowed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var requests = 0;
        var serving = AnswerOnceAsync(listener, "HTTP/1.1 302 Found\r\nLocation: /stolen\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", () => requests++);
        await using var services = Services();

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => For(services, Address(listener)).GetInstanceAsync("7", ProviderBench.Cancellation));

        await serving;
        Assert.Equal(ProviderErrorCode.ApiError, thrown.Error.Code);
        Assert.Equal(1, requests);
    }

    private static ServiceProvider Services() => new ServiceCollection().AddProviders()
        .Configure<ProviderHttpOptions>(x => x.RetryDelay = TimeSpan.FromMilliseconds(10)).BuildServiceProvider();

    private static IProviderService For(ServiceProvider services, Uri address)
        => services.GetRequiredService<IProviderFactory>().Create(new ProviderConnection(Guid.NewGuid(), ProviderBench.Linode, ProviderBench.Token, address));

    private static Uri Address(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    private static async Task AnswerOnceAsync(TcpListener listener, string answer, Action count)
    {
        using var client = await listener.AcceptTcpClientAsync(ProviderBench.Cancellation);
        var stream = client.GetStream();
        _ = await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: ProviderBench.Cancellation);
        count();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), ProviderBench.Cancellation);
    }

    private static async Task ServeAsync(TcpListener listener, Action countPost, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop);
                await ConverseAsync(client.GetStream(), countPost, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <summary>Answers reads and keeps the connection; swallows a POST and cuts it.</summary>
    private static async Task ConverseAsync(NetworkStream stream, Action countPost, CancellationToken stop)
    {
        var buffer = new byte[8192];
        while (await stream.ReadAsync(buffer, stop) is > 0 and var length)
        {
            if (Encoding.ASCII.GetString(buffer, 0, length).StartsWith("POST", StringComparison.Ordinal))
            {
                countPost();
                return;
            }

            const string Body = """{"id":7,"status":"running"}""";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"), stop);
        }
    }
}

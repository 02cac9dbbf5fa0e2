using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers;

/// <summary>The adapters exactly as the product registers them, over a stubbed wire.</summary>
internal sealed class ProviderBench : IAsyncDisposable
{
    public const string Token = "tok3n-that-must-not-leak";
    public const string Mark = "sp-0123456789abcdef0123456789abcdef";
    public static readonly ProviderType Linode = new("linode");
    public static readonly ProviderType DigitalOcean = new("digitalocean");

    private readonly ServiceProvider _services;

    public ProviderBench(HttpMessageHandler wire, Action<ProviderHttpOptions>? configure = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddProviders();
        services.AddHttpClient(ProviderHttpClient.ClientName).ConfigurePrimaryHttpMessageHandler(() => wire);
        services.AddLogging(x => x.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.Configure<ProviderHttpOptions>(x => x.RetryDelay = TimeSpan.FromMilliseconds(10));
        services.Configure(configure ?? (_ => { }));
        _services = services.BuildServiceProvider();
    }

    public LogCapture Log { get; } = new();

    public IProviderFactory Factory => _services.GetRequiredService<IProviderFactory>();

    public static ProviderInstanceSpec Spec { get; } = new(Mark, "web-1", "plan-1", "region-1", "image-1", [], "Sunny-Day-42!");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public IProviderService For(ProviderType type, Guid? account = null, string token = Token)
        => Factory.Create(new ProviderConnection(account ?? Guid.NewGuid(), type, token));

    /// <summary>Lets fake time pass until the call ends; slowly enough for the continuations in between.</summary>
    public static async Task<ProviderException> FailAsync(Func<Task> call, FakeTimeProvider time)
    {
        var running = call();
        while (!running.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, Cancellation);
        }

        return await Assert.ThrowsAsync<ProviderException>(() => running);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

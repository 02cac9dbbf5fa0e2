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

    private const int MostTicks = 10_000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(200);

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

    public IProviderService For(ProviderType type, Guid? account = null, string token = Token, ProviderPriority priority = ProviderPriority.Person)
        => Factory.Create(new ProviderConnection(account ?? Guid.NewGuid(), type, token, Priority: priority));

    public ProviderHealth? HealthOf(Guid account) => _services.GetRequiredService<IProviderHealthSource>().Of(account);

    /// <summary>Lets fake time pass until the call ends; slowly enough for the continuations in between.</summary>
    public static async Task<ProviderException> FailAsync(Func<Task> call, FakeTimeProvider time)
    {
        var running = call();
        await PassUntilAsync(() => running.IsCompleted, time);
        return await Assert.ThrowsAsync<ProviderException>(() => running);
    }

    /// <summary>The error that a call ended in, or null.</summary>
    public static async Task<ProviderError?> TryAsync(Func<Task> call)
    {
        try
        {
            await call();
            return null;
        }
        catch (ProviderException exception)
        {
            return exception.Error;
        }
    }

    public static async Task PassUntilAsync(Func<bool> condition, FakeTimeProvider time)
    {
        for (var ticks = 0; !condition(); ticks++)
        {
            Assert.True(ticks < MostTicks, "Nothing comes of it, however much time passes");
            await PassAsync(Tick, time);
        }
    }

    /// <summary>What runs on the pool gets the processor before and after; a real millisecond, and no more.</summary>
    public static async Task PassAsync(TimeSpan span, FakeTimeProvider time)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += Tick)
        {
            time.Advance(Tick);
            await Task.Delay(1, Cancellation);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

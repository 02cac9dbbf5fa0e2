using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.DigitalOcean;
using SkyPanel.Providers.Http;
using SkyPanel.Providers.Http.Limits;
using SkyPanel.Providers.Linode;

namespace SkyPanel.Providers;

/// <summary>All that this project shows to others.</summary>
public static class ProviderServiceCollectionExtensions
{
    private const int LargestAnswer = 32 * 1024 * 1024;

    /// <summary>
    /// Adds <see cref="IProviderFactory"/> with every adapter, and <see cref="IProviderHealthSource"/>. Time budgets and limits come from the configuration section
    /// <c>Providers:Http</c>, where there is one, and are checked at the start; time comes from the registered <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddProviders(this IServiceCollection services) => services
        .AddTransport()
        .AddSingleton<IProviderFactory, ProviderFactory>()
        .AddAdapter(LinodeAdapter.Value)
        .AddAdapter(DigitalOceanAdapter.Value);

    private static IServiceCollection AddAdapter(this IServiceCollection services, ProviderAdapter adapter) => services.AddSingleton(adapter);

    private static IServiceCollection AddTransport(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics().AddSingleton<ProviderMetrics>().AddSingleton<AccountPipelines>();
        services.AddSingleton<IProviderHealthSource>(x => x.GetRequiredService<AccountPipelines>());
        services.AddOptions<ProviderHttpOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(ProviderHttpOptions.Section).Bind(options))
            .ValidateDataAnnotations()
            .Validate(x => x.AttemptTimeout <= x.TotalTimeout, $"{ProviderHttpOptions.Section}: AttemptTimeout may not exceed TotalTimeout")
            .Validate<IEnumerable<ProviderAdapter>>(
                (options, adapters) => RateLimitsCheck.IsValid(options.RateLimits, adapters),
                $"{ProviderHttpOptions.Section}:RateLimits: an unknown provider or limit, or a number out of range")
            .ValidateOnStart();
        services.AddHttpClient(ProviderHttpClient.ClientName, ConfigureClient)
            // The pipeline owns time, and the handler renews its connections by itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .UseSocketsHttpHandler((handler, _) => ConfigureHandler(handler))
            // The factory's loggers can be told to write headers, and a header holds the token.
            .RemoveAllLoggers();
        return services;
    }

    private static void ConfigureClient(HttpClient client)
    {
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = LargestAnswer;
    }

    private static void ConfigureHandler(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
    }
}

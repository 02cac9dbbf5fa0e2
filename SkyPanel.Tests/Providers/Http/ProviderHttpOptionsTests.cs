using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SkyPanel.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers.Http;

public sealed class ProviderHttpOptionsTests
{
    [Fact]
    public void Options_FromConfiguration_AreBound()
        => Assert.Equal(TimeSpan.FromSeconds(5), Read(("AttemptTimeout", "00:00:05")).AttemptTimeout);

    [Fact]
    public void Options_WithoutConfiguration_HaveDefaults()
    {
        using var services = new ServiceCollection().AddProviders().BuildServiceProvider();

        Assert.Equal(3, services.GetRequiredService<IOptions<ProviderHttpOptions>>().Value.MaxRetries);
    }

    [Fact]
    public void Options_ALimit_IsBound()
        => Assert.Equal(400, Read(("RateLimits:linode:general:Permits", "400")).RateLimits["linode"]["general"].Permits);

    [Theory]
    [InlineData("AttemptTimeout", "00:00:45")]
    [InlineData("TotalTimeout", "00:00:00")]
    [InlineData("TotalTimeout", "01:00:00")]
    [InlineData("MaxRetries", "-1")]
    [InlineData("MaxConcurrentCalls", "0")]
    [InlineData("BreakerFailureShare", "2")]
    [InlineData("BreakerMinimumCalls", "1")]
    [InlineData("RetryShare", "-0.1")]
    [InlineData("ShareForPeople", "0.95")]
    [InlineData("ShareForPeople", "-0.1")]
    [InlineData("HealthSpan", "00:00:01")]
    [InlineData("RateLimits:linode:images:Permits", "0")]
    [InlineData("RateLimits:linode:images:Permits", "100001")]
    [InlineData("RateLimits:linode:images:Window", "00:00:00.5")]
    [InlineData("RateLimits:linode:imagse:Permits", "10")]
    [InlineData("RateLimits:linod:images:Permits", "10")]
    public void Options_OutOfRange_AreRefused(string name, string value)
        => Assert.Throws<OptionsValidationException>(() => Read((name, value)));

    private static ProviderHttpOptions Read((string Name, string Value) setting)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [$"Providers:Http:{setting.Name}"] = setting.Value })
            .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddProviders().BuildServiceProvider();
        return services.GetRequiredService<IOptions<ProviderHttpOptions>>().Value;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Core.ProviderAccounts;

internal static class ProviderAccountsServiceCollectionExtensions
{
    public static IServiceCollection AddProviderAccounts(this IServiceCollection services)
    {
        services.AddOptions<TokenKeyRingOptions>().BindConfiguration(TokenKeyRingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TokenKeyRingOptions>, TokenKeyRingValidation>();
        services.AddOptions<ProviderEndpointOptions>().BindConfiguration(ProviderEndpointOptions.Section);
        services.AddSingleton(x => TokenKeyRing.Load(x.GetRequiredService<IOptions<TokenKeyRingOptions>>().Value.Path));
        services.AddSingleton<SecretBox>();
        services.AddSingleton<TokenRewrapping>();
        services.AddSingleton<ITokenKeyUse, TokensUnderKey>();
        services.AddSingleton<TokenKeyRotation>();
        services.AddSingleton<ProviderGateway>();
        services.AddSingleton<ProviderAccountJournal>();
        services.AddSingleton<ProviderAccountService>();
        services.AddSingleton<ProviderAccountSeeder>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Operations.Secrets;
using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Core.Operations;

internal static class OperationServiceCollectionExtensions
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<OperationOptions>().BindConfiguration(OperationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OperationClaims>();
        services.AddSingleton<LeaseKeeper>();
        services.AddSingleton<OperationRunner>();
        services.AddSingleton<OperationSecrets>();
        services.AddSingleton<ITokenKeyUse, OperationSecretsUnderKey>();
        return services;
    }
}

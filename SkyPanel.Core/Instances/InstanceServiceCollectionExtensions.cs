using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Data;
using SkyPanel.Core.Instances.Actions;
using SkyPanel.Core.Instances.Browse;
using SkyPanel.Core.Instances.Create;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.Instances.Keys;
using SkyPanel.Core.Instances.Observe;
using SkyPanel.Core.Operations;
using SkyPanel.Core.ProviderAccounts;

namespace SkyPanel.Core.Instances;

internal static class InstanceServiceCollectionExtensions
{
    public static IServiceCollection AddInstances(this IServiceCollection services)
    {
        services.AddSingleton<CreateInstanceService>();
        services.AddSingleton<CreateInstanceIntake>();
        services.AddSingleton<CreateSubmission>();
        services.AddSingleton<CreateSearch>();
        services.AddSingleton<RootPasswordService>();
        services.AddSingleton<IOperationHandler, CreateInstanceHandler>();
        services.AddSingleton<IOperationHandler, PowerHandler>();
        services.AddSingleton<IOperationHandler, DeleteHandler>();
        services.AddSingleton<ActionIntake>();
        services.AddSingleton<InstanceActionService>();
        services.AddSingleton<InstanceBrowser>();
        services.AddSingleton<SshKeyService>();
        services.AddSingleton<AccountObserver>();
        services.AddSingleton<OperationDecisions>();
        services.AddSingleton<MachineAdoption>();
        services.AddSingleton(x => new OperationDesk(
            x.GetRequiredService<IDbContextFactory<SkyPanelDbContext>>(), x.GetRequiredService<OperationDecisions>(), x.GetRequiredService<MachineAdoption>()));
        services.AddSingleton(x => new OperationCancellation(
            x.GetRequiredService<IDbContextFactory<SkyPanelDbContext>>(), x.GetRequiredService<OperationDecisions>()));
        services.AddSingleton<IProviderAccountUsage, InstancesOnAccount>();
        return services;
    }
}

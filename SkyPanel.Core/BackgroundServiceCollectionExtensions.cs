using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Quartz;
using SkyPanel.Core.Instances.Observe;
using SkyPanel.Core.Operations;
using SkyPanel.Core.Operations.Secrets;
using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Core;

/// <summary>Registers what runs by itself: the worker that carries operations out, and recurring work on Quartz.</summary>
public static class BackgroundServiceCollectionExtensions
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSkyPanelBackground(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OperationWorker>());
        services.AddQuartz(quartz =>
        {
            AddRecurring<ObserveAccountsJob>(quartz, "observe-accounts");
            AddRecurring<EraseExpiredSecretsJob>(quartz, "erase-expired-secrets");
            AddRecurring<RewrapTokensJob>(quartz, "rewrap-tokens");
        });
        services.AddQuartzHostedService(x => x.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Once a minute; a run that was missed is simply skipped, since the next one does its work.</summary>
    private static void AddRecurring<TJob>(IQuartzBuilder quartz, string name)
        where TJob : IJob =>
        quartz.AddJob<TJob>(x => x.WithIdentity(name)).AddTrigger(x => x
            .ForJob(name)
            .StartNow()
            .WithSimpleSchedule(y => y.WithInterval(Minute).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
}

using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace SkyPanel.Core.Data.Failpoints;

/// <summary>Registers what stops the world; before Core's own registrations.</summary>
public static class FailpointServiceCollectionExtensions
{
    /// <summary>Kills the process at a point.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="setting">As <see cref="KillAtFailpoint"/> reads it.</param>
    public static IServiceCollection AddKillAtFailpoint(this IServiceCollection services, string setting)
    {
        services.AddSingleton<IFailpoints>(new KillAtFailpoint(setting));
        services.AddSingleton<IInterceptor, FailpointCommands>();
        return services;
    }
}

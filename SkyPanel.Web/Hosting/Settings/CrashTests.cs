using SkyPanel.Core.Data.Failpoints;

namespace SkyPanel.Web.Hosting.Settings;

/// <summary>Lets crash tests end the process at a place of their choice. The production guard refuses the setting.</summary>
internal static class CrashTests
{
    public const string Setting = "KillAtFailpoint";

    public static WebApplicationBuilder AddCrashTests(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is { Length: > 0 } point)
        {
            builder.Services.AddKillAtFailpoint(point);
        }

        return builder;
    }
}

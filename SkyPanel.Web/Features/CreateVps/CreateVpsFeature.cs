namespace SkyPanel.Web.Features.CreateVps;

/// <summary>Asking for a machine.</summary>
internal static class CreateVpsFeature
{
    public static IServiceCollection AddCreateVpsFeature(this IServiceCollection services) => services.AddScoped<CreateVpsReader>();
}

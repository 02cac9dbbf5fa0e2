using SkyPanel.Web.Features.AdminOrganizations;
using SkyPanel.Web.Features.AdminPlans;
using SkyPanel.Web.Features.AdminProviders;
using SkyPanel.Web.Features.Instances;

namespace SkyPanel.Web.Features;

/// <summary>Every feature in the panel, one line each; a feature registers its own services and navigation.</summary>
internal static class FeatureRegistration
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddInstancesFeature()
        .AddAdminProvidersFeature()
        .AddAdminPlansFeature()
        .AddAdminOrganizationsFeature();
}

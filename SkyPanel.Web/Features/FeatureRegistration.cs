using SkyPanel.Web.Features.AdminCatalog;
using SkyPanel.Web.Features.AdminOperations;
using SkyPanel.Web.Features.AdminOrganizations;
using SkyPanel.Web.Features.AdminOverview;
using SkyPanel.Web.Features.AdminPlans;
using SkyPanel.Web.Features.AdminProviders;
using SkyPanel.Web.Features.CreateVps;
using SkyPanel.Web.Features.Instances;
using SkyPanel.Web.Features.SshKeys;

namespace SkyPanel.Web.Features;

/// <summary>Every feature in the panel, one line each; a feature registers its own services and navigation.</summary>
internal static class FeatureRegistration
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddInstancesFeature()
        .AddCreateVpsFeature()
        .AddSshKeysFeature()
        .AddAdminOverviewFeature()
        .AddAdminCatalogFeature()
        .AddAdminOperationsFeature()
        .AddAdminProvidersFeature()
        .AddAdminPlansFeature()
        .AddAdminOrganizationsFeature();
}

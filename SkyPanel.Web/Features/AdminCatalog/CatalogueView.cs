namespace SkyPanel.Web.Features.AdminCatalog;

/// <summary>The page's tabs.</summary>
public enum CatalogueView
{
    Changes,
    Regions,
    Images,
}

using SkyPanel.Simulator.Catalogues;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

/// <summary>Changes the vendors' catalogues under the panel's feet: prices, stock, regions, images.</summary>
internal static class CatalogueEndpoints
{
    /// <summary>The month of hours by which an hourly price is made where none is given.</summary>
    private const decimal HoursPerMonth = 672;

    public static void MapCatalogue(this RouteGroupBuilder group)
    {
        group.MapGet("/catalogue", (SimulatorStore store) => Show(store));
        group.MapPut("/catalogue/prices", SetPriceAsync);
        group.MapPut("/catalogue/stock", SetStockAsync);
        group.MapPut("/catalogue/regions", SetRegionAsync);
        group.MapPut("/catalogue/images", SetImageAsync);
        group.MapDelete("/catalogue", (SimulatorStore store) =>
        {
            store.Change(() =>
            {
                store.State.Catalogue.Clear();
                return true;
            });
            return Results.NoContent();
        });
    }

    private static Task<IResult> SetPriceAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
        => SetAsync<PriceChange>(
            request,
            store,
            change => VendorSide.Of(change.Vendor)?.HasSize(change.Size) == true && change.Monthly > 0,
            (catalogue, change) => catalogue.Prices.Add(change with { Hourly = change.Hourly > 0 ? change.Hourly : decimal.Round(change.Monthly / HoursPerMonth, 5) }),
            cancellationToken);

    private static Task<IResult> SetStockAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
        => SetAsync<StockChange>(
            request,
            store,
            change => VendorSide.Of(change.Vendor) is { } side && side.HasSize(change.Size) && (change.Region is null || side.HasRegion(change.Region)),
            (catalogue, change) => catalogue.Stock.Add(change),
            cancellationToken);

    private static Task<IResult> SetRegionAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
        => SetAsync<RegionChange>(
            request, store, change => VendorSide.Of(change.Vendor)?.HasRegion(change.Region) == true, (catalogue, change) => catalogue.Regions.Add(change), cancellationToken);

    private static Task<IResult> SetImageAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
        => SetAsync<ImageChange>(
            request, store, change => VendorSide.Of(change.Vendor)?.HasImage(change.Image) == true, (catalogue, change) => catalogue.Images.Add(change), cancellationToken);

    private static async Task<IResult> SetAsync<T>(
        HttpRequest request, SimulatorStore store, Func<T, bool> isKnown, Action<CatalogueChanges, T> apply, CancellationToken cancellationToken)
        where T : class
    {
        var change = await ControlJson.ReadAsync<T>(request, cancellationToken);
        if (change is null || !isKnown(change))
        {
            return ControlEndpoints.Refuse("vendor and what it shall be about have to be known to the catalogue");
        }

        store.Change(() =>
        {
            apply(store.State.Catalogue, change);
            return true;
        });
        return Show(store);
    }

    private static IResult Show(SimulatorStore store) => ControlEndpoints.Json(store.Run(() => store.State.Catalogue));
}

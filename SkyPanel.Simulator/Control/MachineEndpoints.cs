using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

/// <summary>What a machine looks like from behind.</summary>
internal sealed record ControlledMachine(
    string Vendor, string Token, long Id, string Label, string Status, bool Busy, IReadOnlyList<string> Tags, string Region, string Size, string? UserData)
{
    /// <summary>The script that came with the create, and the names of its answers.</summary>
    public string? StackscriptId { get; init; }

    public IReadOnlyList<string>? StackscriptFields { get; init; }
}

/// <summary>A machine to be put in place, as if it had long been there.</summary>
internal sealed record MachineSeed
{
    public string? Vendor { get; init; }

    public string? Token { get; init; }

    /// <summary>Linode's label or the droplet's name. With a count above 1, <c>-1</c>, <c>-2</c> … are added.</summary>
    public string? Label { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public string? Region { get; init; }

    /// <summary>The type or size.</summary>
    public string? Size { get; init; }

    public string? Image { get; init; }

    public int Count { get; init; } = 1;
}

/// <summary>What to change of a machine behind the panel's back.</summary>
/// <param name="Size">The type or size: as if somebody had resized it elsewhere.</param>
internal sealed record MachineChange(string? Status, string? Label, IReadOnlyList<string>? Tags, string? Size);

internal static class MachineEndpoints
{
    public static void MapMachines(this RouteGroupBuilder group)
    {
        group.MapGet("/accounts", (SimulatorStore store) => ControlEndpoints.Json(store.Run(() => Accounts(store))));
        group.MapPost("/machines", SeedAsync);
        group.MapGet("/machines/{vendor}/{id:long}", (string vendor, long id, SimulatorStore store)
            => store.Run(() => Side(vendor)?.Find(store, id)) is { } found ? ControlEndpoints.Json(found) : Results.NotFound());
        group.MapPut("/machines/{vendor}/{id:long}", ChangeAsync);
        group.MapDelete("/machines/{vendor}/{id:long}", (string vendor, long id, SimulatorStore store)
            => store.Change(() => Side(vendor)?.Delete(store, id)) == true ? Results.NoContent() : Results.NotFound());
    }

    private static IMachineSide? Side(string? vendor) => vendor switch
    {
        Vendor.Linode => LinodeSide.Instance,
        Vendor.DigitalOcean => DigitalOceanSide.Instance,
        _ => null,
    };

    private static object Accounts(SimulatorStore store)
    {
        var tokens = store.State.Linode.Keys.Select(token => (Vendor: Vendor.Linode, Token: token))
            .Concat(store.State.DigitalOcean.Keys.Select(token => (Vendor: Vendor.DigitalOcean, Token: token)));
        var machines = LinodeSide.Instance.All(store).Concat(DigitalOceanSide.Instance.All(store)).ToLookup(machine => (machine.Vendor, machine.Token));
        return tokens.Select(account => new { account.Vendor, account.Token, Machines = machines[account] }).ToList();
    }

    private static async Task<IResult> SeedAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
    {
        var seed = await ControlJson.ReadAsync<MachineSeed>(request, cancellationToken);
        if (seed is null || Side(seed.Vendor) is not { } side || string.IsNullOrEmpty(seed.Token))
        {
            return ControlEndpoints.Refuse("vendor (linode or digitalocean) and token are needed");
        }

        var names = seed.Count == 1 ? [seed.Label ?? "seeded"] : Enumerable.Range(1, seed.Count).Select(number => $"{seed.Label ?? "seeded"}-{number}");
        var made = store.Change(() => names.Select(name => side.Seed(store, seed with { Label = name })).ToList());
        return made.Contains(null)
            ? ControlEndpoints.Refuse("region, size or image is unknown")
            : ControlEndpoints.Json(seed.Count == 1 ? made[0]! : made, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ChangeAsync(string vendor, long id, HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
    {
        var change = await ControlJson.ReadAsync<MachineChange>(request, cancellationToken);
        if (change is null || (change.Size is { } size && VendorSide.Of(vendor)?.HasSize(size) != true))
        {
            return ControlEndpoints.Refuse("a JSON object is needed, and a size that the catalogue knows");
        }

        return store.Change(() => Side(vendor)?.Change(store, id, change)) is { } changed ? ControlEndpoints.Json(changed) : Results.NotFound();
    }
}

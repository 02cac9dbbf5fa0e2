using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Control;

/// <summary>What to change of an account; what is absent stays as it was.</summary>
/// <param name="Status">DigitalOcean's word: active, warning or locked.</param>
/// <param name="MachineLimit">Machines that it may have.</param>
internal sealed record AccountChange(string? Vendor, string? Token, string? Status, string? StatusMessage, int? MachineLimit);

/// <summary>Changes accounts behind their owners' backs.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this RouteGroupBuilder group) => group.MapPut("/accounts", ChangeAsync);

    private static async Task<IResult> ChangeAsync(HttpRequest request, SimulatorStore store, CancellationToken cancellationToken)
    {
        var change = await ControlJson.ReadAsync<AccountChange>(request, cancellationToken);
        if (change is not { Vendor: Vendor.Linode or Vendor.DigitalOcean, Token.Length: > 0 } || (change.Status is not null && change.Vendor is Vendor.Linode))
        {
            return ControlEndpoints.Refuse("vendor (linode or digitalocean) and token are needed; only digitalocean's accounts have a status");
        }

        return ControlEndpoints.Json(store.Change(() => change.Vendor is Vendor.Linode ? OfLinode(store, change) : OfDigitalOcean(store, change)));
    }

    private static object OfLinode(SimulatorStore store, AccountChange change)
    {
        var account = store.LinodeAccount(change.Token!);
        account.MachineLimit = change.MachineLimit ?? account.MachineLimit;
        return new { change.Vendor, change.Token, MachineLimit = account.MachineLimit ?? store.MachineLimit };
    }

    private static object OfDigitalOcean(SimulatorStore store, AccountChange change)
    {
        var account = store.DigitalOceanAccount(change.Token!);
        account.Status = change.Status ?? account.Status;
        account.StatusMessage = change.StatusMessage ?? account.StatusMessage;
        account.DropletLimit = change.MachineLimit ?? account.DropletLimit;
        return new { change.Vendor, change.Token, account.Status, account.StatusMessage, MachineLimit = account.DropletLimit ?? store.MachineLimit };
    }
}

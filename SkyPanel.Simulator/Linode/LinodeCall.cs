using System.Globalization;
using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Instances;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Linode;

/// <summary>One request to the Linode side, handled while the store is held.</summary>
internal sealed class LinodeCall(HttpContext http, JsonBody body, SimulatorStore store, string token)
{
    public HttpRequest Request => http.Request;

    public JsonBody Body => body;

    public SimulatorStore Store => store;

    public DateTimeOffset Now { get; } = store.Now;

    public bool IsAnonymous => token.Length == 0;

    /// <summary>The token's account, made on first use. Public reads without a token never ask for it.</summary>
    public LinodeAccount Account => store.LinodeAccount(token);

    /// <summary>Ids may hold a slash, which most clients escape in the path and routing leaves escaped; some do not, and then it begins in front.</summary>
    public string Id => Uri.UnescapeDataString(http.Request.RouteValues["kind"] is string kind ? $"{kind}/{http.Request.RouteValues["id"]}" : (string)http.Request.RouteValues["id"]!);

    /// <summary>How a machine that this call makes will come about.</summary>
    public Provisioning Provisioning => Provisioning.Of(http, store.Timings);

    /// <summary>How old the machines are that this call sees in lists.</summary>
    public TimeSpan Lag => Provisioning.LagOf(http);

    public LinodeMachine Machine()
        => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Account.Machines.Find(machine => machine.Id == id) is { } found
            ? found
            : throw new RefusedException(LinodeErrors.NotFound);

    /// <summary>The machine, or a refusal while one of its jobs still runs.</summary>
    public LinodeMachine IdleMachine()
    {
        var machine = Machine();
        return machine.Timeline.IsBusyAt(Now) ? throw new RefusedException(LinodeErrors.Busy) : machine;
    }
}

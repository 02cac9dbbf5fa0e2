using System.Globalization;
using SkyPanel.Simulator.DigitalOcean.Droplets;
using SkyPanel.Simulator.Faults;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;
using SkyPanel.Simulator.Tokens;

namespace SkyPanel.Simulator.DigitalOcean;

/// <summary>One request to the DigitalOcean side, handled while the store is held.</summary>
internal sealed class DigitalOceanCall(HttpContext http, JsonBody? body, SimulatorStore store, string token, TokenGrant grant)
{
    public HttpContext Http => http;

    public HttpRequest Request => http.Request;

    public JsonBody Body => body ?? throw DigitalOceanErrors.BadRequest(this, "Unable to parse the request body as JSON.");

    public SimulatorStore Store => store;

    public DateTimeOffset Now { get; } = store.Now;

    public string RequestId => http.TraceIdentifier;

    /// <summary>The token's account, made on first use.</summary>
    public DigitalOceanAccount Account => store.DigitalOceanAccount(token);

    public string Id => Uri.UnescapeDataString((string)http.Request.RouteValues["id"]!);

    /// <summary>Links name the host that was asked, so that clients stay here.</summary>
    public string BaseUrl => $"{http.Request.Scheme}://{http.Request.Host}/v2";

    public string? Query(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>Refuses a token without the scope; an empty scope is had by all.</summary>
    public void Require(string scope)
    {
        if (!grant.AllowsDigitalOcean(scope))
        {
            throw DigitalOceanErrors.MissingPermission(this, scope);
        }
    }

    /// <summary>How a droplet that this call makes will come about.</summary>
    public Provisioning Provisioning => Provisioning.Of(http, store.Timings);

    /// <summary>How old the droplets are that this call sees in lists.</summary>
    public TimeSpan Lag => Provisioning.LagOf(http);

    /// <summary>This call, or a refusal when the account is locked. The vendor's words for it are not recorded.</summary>
    public DigitalOceanCall Unlocked()
        => Account.Status is "locked" ? throw DigitalOceanErrors.Forbidden(this, "Your account is locked. Please contact support.") : this;

    public Droplet Droplet()
        => long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Account.Droplets.Find(droplet => droplet.Id == id) is { } found
            ? found
            : throw DigitalOceanErrors.NotFound(this);

    /// <summary>The droplet, or a refusal while one of its actions runs.</summary>
    public Droplet IdleDroplet() => CheckIdle(Droplet());

    public Droplet CheckIdle(Droplet droplet)
        => droplet.Timeline.IsBusyAt(Now) ? throw DigitalOceanErrors.Unprocessable(this, "Droplet already has a pending event.") : droplet;
}

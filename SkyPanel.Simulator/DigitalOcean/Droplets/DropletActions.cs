using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.DigitalOcean.Droplets;

/// <summary>The actions of a droplet and of the account, newest first.</summary>
internal static class DropletActions
{
    public static Answer List(DigitalOceanCall call) => Page(call, call.Account.Actions);

    public static Answer OfDroplet(DigitalOceanCall call)
    {
        var id = call.Droplet().Id;
        return Page(call, call.Account.Actions.Where(action => action.DropletId == id));
    }

    public static Answer Get(DigitalOceanCall call) => Found(call, call.Id);

    public static Answer GetOfDroplet(DigitalOceanCall call)
    {
        call.Droplet();
        return Found(call, (string)call.Request.RouteValues["action"]!);
    }

    public static Answer Start(DigitalOceanCall call)
        => new(StatusCodes.Status201Created, new { action = Wire(call, Start(call, call.IdleDroplet())) });

    /// <summary>The same for all droplets with a tag; when one of them is busy none is touched.</summary>
    public static Answer StartByTag(DigitalOceanCall call)
    {
        var tag = call.Query("tag_name") ?? throw DigitalOceanErrors.BadRequest(call, "tag_name is required");
        var droplets = call.Account.Droplets.FindAll(droplet => droplet.HasTagAt(call.Now, tag));
        foreach (var droplet in droplets)
        {
            call.CheckIdle(droplet);
        }

        return new Answer(StatusCodes.Status201Created, new { actions = droplets.Select(droplet => Wire(call, Start(call, droplet))).ToArray() });
    }

    private static object Wire(DigitalOceanCall call, DropletAction action) => action.ToWire(call.Now, call.Store.State.Catalogue);

    private static DropletAction Start(DigitalOceanCall call, Droplet droplet)
    {
        var type = call.Body.Text("type");
        var timings = call.Store.Timings;
        var status = droplet.Timeline.StatusAt(call.Now);
        return type switch
        {
            "power_on" => Run(call, droplet, type, "active", timings.BootSeconds),
            "shutdown" or "power_off" => Run(call, droplet, type, "off", timings.ShutdownSeconds),
            "power_cycle" => Run(call, droplet, type, "active", timings.RebootSeconds),
            "reboot" when status is "off" => throw DigitalOceanErrors.Unprocessable(call, "Droplet is currently off. Please power it on to run this event."),
            "reboot" => Run(call, droplet, type, "active", timings.RebootSeconds),
            "rename" => Rename(call, droplet, status),
            null => throw DigitalOceanErrors.Unprocessable(call, "You must specify an action type."),
            _ => throw DigitalOceanErrors.Unprocessable(call, $"The action {type} is not simulated."),
        };
    }

    private static DropletAction Rename(DigitalOceanCall call, Droplet droplet, string status)
    {
        droplet.Name = call.Body.Text("name") ?? throw DigitalOceanErrors.Unprocessable(call, "Name can't be blank");
        return Run(call, droplet, "rename", status, 0);
    }

    private static DropletAction Run(DigitalOceanCall call, Droplet droplet, string type, string settled, double seconds)
        => DropletJobs.Run(call.Store, call.Account, droplet, type, settled, seconds);

    private static Answer Page(DigitalOceanCall call, IEnumerable<DropletAction> actions)
        => DigitalOceanPage.Of(call, "actions", [.. actions.OrderByDescending(action => action.Id)], action => action.ToWire(call.Now, call.Store.State.Catalogue));

    private static Answer Found(DigitalOceanCall call, string id)
        => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && call.Account.Actions.Find(action => action.Id == number) is { } found
            ? Answer.Ok(new { action = found.ToWire(call.Now, call.Store.State.Catalogue) })
            : throw DigitalOceanErrors.NotFound(call);
}

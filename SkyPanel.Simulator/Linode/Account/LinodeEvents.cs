using System.Globalization;
using SkyPanel.Simulator.Http;

namespace SkyPanel.Simulator.Linode.Account;

/// <summary>The event feed, newest first unless ordered otherwise. Events of later phases are not told before their time.</summary>
internal static class LinodeEvents
{
    public static Answer List(LinodeCall call)
    {
        var visible = call.Account.Events.Where(told => told.Created <= call.Now).OrderByDescending(told => told.Id).ToList();
        return LinodePage.Of(
            call, visible, told => told.ToWire(call.Now, call.Account.Username), "action", "created", "id", "read", "seen", "status", "entity.id", "entity.type");
    }

    public static Answer Get(LinodeCall call)
        => long.TryParse(call.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && call.Account.Events.Find(told => told.Id == id && told.Created <= call.Now) is { } found
            ? Answer.Ok(found.ToWire(call.Now, call.Account.Username))
            : LinodeErrors.NotFound;
}

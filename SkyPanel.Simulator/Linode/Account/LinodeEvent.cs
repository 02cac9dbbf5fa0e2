using System.Globalization;
using System.Text.Json.Serialization;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.Linode.Account;

/// <summary>What else an event speaks of; an id of digits is a number on the wire.</summary>
internal sealed record EventTarget(string Type, string Id, string Label, string Url)
{
    public object ToWire() => new
    {
        id = long.TryParse(Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (object)number : Id,
        type = Type,
        label = Label,
        url = Url,
    };
}

/// <summary>An entry of the account's event feed; how far it is follows from the clock.</summary>
internal sealed record LinodeEvent(long Id, string Action, long MachineId, string Label, Span Span, EventTarget? Secondary)
{
    /// <summary>The part of a job in which it is only scheduled.</summary>
    private const double ScheduledPart = 0.1;

    /// <summary>Whether the job ends badly.</summary>
    public bool Fails { get; init; }

    [JsonIgnore]
    public DateTimeOffset Created => Span.Start;

    public object ToWire(DateTimeOffset now, string username)
    {
        var progress = Span.ProgressAt(now);
        var status = StatusAt(progress);
        return new
        {
            id = Id,
            created = Wire.LinodeDate(Created),
            seen = false,
            read = false,
            percent_complete = string.Equals(status, "scheduled", StringComparison.Ordinal) ? 0 : (int)(progress * 100),
            time_remaining = progress >= 1 ? 0 : (int?)null,
            rate = (string?)null,
            duration = DurationAt(now, status),
            action = Action,
            username,
            entity = new { label = Label, id = MachineId, type = "linode", url = "/v4/linode/instances/" + MachineId.ToString(CultureInfo.InvariantCulture) },
            status,
            secondary_entity = Secondary?.ToWire(),
            message = "",
        };
    }

    private string StatusAt(double progress) => progress switch
    {
        >= 1 => Fails ? "failed" : "finished",
        >= ScheduledPart => "started",
        _ => "scheduled",
    };

    private double? DurationAt(DateTimeOffset now, string status)
        => string.Equals(status, "scheduled", StringComparison.Ordinal) ? null : Math.Round(((now < Span.End ? now : Span.End) - Span.Start).TotalSeconds, 6);
}

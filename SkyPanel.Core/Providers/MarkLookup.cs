namespace SkyPanel.Core.Providers;

/// <summary>What to look for when it is not known whether a create made a machine.</summary>
/// <param name="Mark">Our mark.</param>
/// <param name="Name">The name that was asked for.</param>
/// <param name="PlanId">The plan that was asked for.</param>
/// <param name="RegionId">The region that was asked for.</param>
/// <param name="SubmittedAt">When the create was first sent, UTC, by our clock.</param>
public sealed record MarkQuery(string Mark, string Name, string PlanId, string RegionId, DateTimeOffset SubmittedAt);

/// <summary>What was found.</summary>
/// <param name="Marked">Machines that carry the mark: ours beyond doubt. More than one is a twin to report.</param>
/// <param name="Suspects">
/// Machines without any mark of ours, of the same name, plan and region, made since the create was sent: where a provider sets the mark
/// after the machine exists, one of these may be ours. Never adopted or ignored by itself; people decide.
/// </param>
public sealed record MarkLookup(IReadOnlyList<ProviderInstance> Marked, IReadOnlyList<ProviderInstance> Suspects)
{
    public static MarkLookup Nothing { get; } = new([], []);

    public bool IsClean => Marked.Count == 0 && Suspects.Count == 0;
}

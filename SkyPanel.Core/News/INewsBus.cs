namespace SkyPanel.Core.News;

/// <summary>
/// Carries word of changes to whoever is looking: an idle worker, an open page. Losing an item costs latency, never correctness; whoever
/// hears of a change reads the truth from the database.
/// </summary>
public interface INewsBus
{
    /// <summary>Tells everyone who listens to the item's topic. Returns at once and never throws.</summary>
    void Publish(NewsItem item);

    /// <summary>Listens until disposed. The handler may be called from any thread; what it throws is logged and forgotten.</summary>
    IDisposable Subscribe(NewsTopic topic, Func<NewsItem, Task> handler);
}

/// <summary>Something changed; what exactly is in the database.</summary>
/// <param name="Topic">Who should hear of it.</param>
/// <param name="SubjectId">What it happened to.</param>
public sealed record NewsItem(NewsTopic Topic, Guid SubjectId);

/// <summary>What can be listened to.</summary>
public readonly record struct NewsTopic(string Value)
{
    /// <summary>An operation became due.</summary>
    public static NewsTopic WorkDue { get; } = new("work");

    /// <summary>Something that staff look at changed: accounts, plans, organisations, operations.</summary>
    public static NewsTopic Staff { get; } = new("staff");

    /// <summary>An instance of the organisation, or one of its operations, changed. The subject is the instance.</summary>
    public static NewsTopic Instances(Guid organizationId) => new($"instances:{organizationId:n}");
}

using System.ComponentModel.DataAnnotations;

namespace SkyPanel.Core.Operations;

/// <summary>How operations are worked through. Section <c>Operations</c>.</summary>
public sealed class OperationOptions : IValidatableObject
{
    public const string Section = "Operations";

    /// <summary>How many operations one process works on at the same time.</summary>
    [Range(1, 256)]
    public int Slots { get; set; } = 8;

    /// <summary>How long a claim lasts unless renewed: how long after a crash another worker may take over.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a claim is renewed while its step runs.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan LeaseRenewal { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How often to look for due work while there is some.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan BusyPoll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often to look for due work while there is none; news of work cuts the wait short.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00")]
    public TimeSpan IdlePoll { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often to ask after an accepted change at first; the wait grows tenfold at most.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan ConfirmPoll { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a new machine may take to run.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "04:00:00")]
    public TimeSpan CreateTimeout { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long a power action or a delete may take.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00")]
    public TimeSpan ActionTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The first wait between two looks for what an unclear request did; it doubles up to <see cref="ReconcilePollMax"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:05:00")]
    public TimeSpan ReconcilePoll { get; set; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan ReconcilePollMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long after sending a complete listing without the machine proves that there is none. Listings lag behind creates.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "04:00:00")]
    public TimeSpan ReconcileGrace { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The same for providers that refuse a second machine with the same mark, where sending again cannot make a second one.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ResendGrace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a request may be sent in all.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>How long a request that the provider puts off may wait for its turn.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "04:00:00")]
    public TimeSpan PutBackLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long secrets of an operation are kept at most.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan SecretLifetime { get; set; } = TimeSpan.FromHours(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LeaseRenewal * 2 > Lease)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(LeaseRenewal)} must be at most half of {Section}:{nameof(Lease)}.", [nameof(LeaseRenewal)]);
        }
    }
}

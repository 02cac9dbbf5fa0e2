using System.ComponentModel.DataAnnotations;

namespace SkyPanel.Core.Organizations;

/// <summary>Who may become a customer, and with how much. Section <c>SignUp</c>.</summary>
public sealed class SignUpOptions
{
    public const string Section = "SignUp";

    /// <summary>Whether strangers may register at all.</summary>
    public bool Open { get; set; } = true;

    /// <summary>Whether a new organisation waits for an admin before it can create anything.</summary>
    public bool RequireApproval { get; set; } = true;

    [Range(0, 10_000)]
    public int MaxInstances { get; set; } = 5;

    [Range(0, 100_000)]
    public int MaxVcpus { get; set; } = 16;

    /// <summary>In the panel's currency.</summary>
    [Range(0, 10_000_000)]
    public decimal MaxMonthly { get; set; } = 200m;

    internal OrganizationLimits Limits => new(MaxInstances, MaxVcpus, Data.Money.FromDecimal(MaxMonthly));
}

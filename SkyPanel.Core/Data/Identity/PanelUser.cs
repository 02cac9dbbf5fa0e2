using Microsoft.AspNetCore.Identity;

namespace SkyPanel.Core.Data.Identity;

/// <summary>A person who can sign in. What they may do for customers comes from their organisations, what for the house from <see cref="StaffRole"/>.</summary>
public sealed class PanelUser : IdentityUser<Guid>
{
    public PanelUser() => Id = Guid.CreateVersion7();

    /// <summary>How the person is shown to others; the e-mail address until they choose something else.</summary>
    public string DisplayName { get; set; } = "";

    public StaffRole StaffRole { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set while the person may not act at all; looked at on every service call, so open pages end with it.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}

/// <summary>What a person is to the reseller's own house. Stored by name: rename none.</summary>
public enum StaffRole
{
    None,
    Admin,
}

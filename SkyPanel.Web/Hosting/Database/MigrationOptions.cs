namespace SkyPanel.Web.Hosting.Database;

/// <summary>When migrations run. Section <c>Database</c>, beside the connection.</summary>
internal sealed class MigrationOptions
{
    /// <summary>Null for yes on an embedded database and no on a server, where several processes may start at once.</summary>
    public bool? MigrateOnStart { get; set; }
}

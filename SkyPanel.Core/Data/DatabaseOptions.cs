using System.ComponentModel.DataAnnotations;

namespace SkyPanel.Core.Data;

/// <summary>Which database, and where. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite, SqlServer or PostgreSql.</summary>
    [Required]
    public string Provider { get; set; } = "";

    [Required]
    public string ConnectionString { get; set; } = "";
}

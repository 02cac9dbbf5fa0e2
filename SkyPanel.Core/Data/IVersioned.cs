namespace SkyPanel.Core.Data;

/// <summary>A row that refuses a write based on an old reading. The number is ours: row versions differ by database.</summary>
public interface IVersioned
{
    int Version { get; }
}

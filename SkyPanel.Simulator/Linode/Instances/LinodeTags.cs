namespace SkyPanel.Simulator.Linode.Instances;

internal static class LinodeTags
{
    public static IEnumerable<(string Reason, string? Field)> Check(IReadOnlyList<string>? tags)
        => tags?.Any(tag => tag.Length is < 3 or > 50) == true ? [("Length must be 3-50 characters", "tags")] : [];
}

using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Architecture;

/// <summary>The project's own source files: no build output, no generated migrations.</summary>
internal static class SourceTree
{
    public static IEnumerable<(string Path, string Text)> Files(params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories)
        where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal)
        let relative = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
        select (relative, File.ReadAllText(path));

    /// <summary>The files whose text holds any of the words.</summary>
    public static IEnumerable<string> Naming(IEnumerable<(string Path, string Text)> files, params string[] words) =>
        files.Where(x => words.Any(word => x.Text.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(x => x.Path);
}

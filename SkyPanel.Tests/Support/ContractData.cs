using System.Text.Json;

namespace SkyPanel.Tests.Support;

/// <summary>
/// The vendors' descriptions and recorded answers, which are not part of the repository:
/// in the folder that SKYPANEL_CONTRACTS names, else in ../shared/contracts beside the repository.
/// </summary>
internal static class ContractData
{
    /// <summary>Null when there is no contract data on this machine.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The file's path. Skips the running test, with the reason, where there is none; with CI=true that is a failure.</summary>
    public static string Path(string relativePath)
    {
        if (Folder is not null && System.IO.Path.Combine(Folder, relativePath) is var path && File.Exists(path))
        {
            return path;
        }

        Requirement.Skip($"contract data {relativePath} is missing: set SKYPANEL_CONTRACTS to its folder");
        return "";
    }

    /// <summary>The file, parsed; see <see cref="Path"/> for its absence.</summary>
    public static async Task<JsonDocument> JsonAsync(string relativePath, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(Path(relativePath));
        return await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("SKYPANEL_CONTRACTS");
        var folder = string.IsNullOrEmpty(named) ? System.IO.Path.Combine(Repository.Root, "..", "shared", "contracts") : named;
        return Directory.Exists(folder) ? System.IO.Path.GetFullPath(folder) : null;
    }
}

/// <summary>Something that a test needs and this machine may lack.</summary>
internal static class Requirement
{
    /// <summary>Skips the running test with the reason; where CI=true everything has to be there, so it fails instead.</summary>
    public static void Skip(string reason)
    {
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}

/// <summary>Where the sources are, found upwards from the tests' output.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SkyPanel.Blazor.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}

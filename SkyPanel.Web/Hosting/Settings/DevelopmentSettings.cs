using SkyPanel.Core.ProviderAccounts.Secrets;

namespace SkyPanel.Web.Hosting.Settings;

/// <summary>Makes <c>dotnet run</c> work on a fresh clone: an embedded database and key files in one folder that git ignores.</summary>
internal static class DevelopmentSettings
{
    public static void Fill(ConfigurationManager configuration, string contentRoot)
    {
        var folder = configuration["Panel:DataFolder"] is { Length: > 0 } given ? given : Path.Combine(contentRoot, "data");
        folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(folder);

        var defaults = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Panel:DataFolder"] = folder,
            ["Database:Provider"] = "Sqlite",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "skypanel.db")}",
            ["TokenKeys:Path"] = Path.Combine(folder, "token-keys.json"),
            ["DataProtection:Path"] = Path.Combine(folder, "data-protection"),
            ["Simulator:Enabled"] = "true",
            ["Demo:Enabled"] = "true",
        };
        configuration.AddInMemoryCollection(defaults.Where(x => string.IsNullOrEmpty(configuration[x.Key])).ToList());
        if (configuration["TokenKeys:Path"] is { } keys && !File.Exists(keys))
        {
            TokenKeyRing.CreateFile(keys);
        }
    }
}

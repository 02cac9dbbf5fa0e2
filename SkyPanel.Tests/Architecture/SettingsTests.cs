using System.Reflection;
using Microsoft.Extensions.Configuration;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;
using SkyPanel.Tests.Support;
using SkyPanel.Web.Components;

namespace SkyPanel.Tests.Architecture;

/// <summary>The one file of settings tells them all, with the defaults that the code has.</summary>
public sealed class SettingsTests
{
    private static readonly IConfiguration File = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.json")).Build();

    public static TheoryData<Type> Options => [.. new[] { typeof(IProviderService), typeof(ProviderServiceCollectionExtensions), typeof(App) }
        .SelectMany(x => x.Assembly.GetTypes())
        .Where(x => x.Name.EndsWith("Options", StringComparison.Ordinal) && Section(x) is not null)];

    [Theory]
    [MemberData(nameof(Options))]
    public void File_HasEverySettingWithItsDefault(Type options)
    {
        var defaults = Activator.CreateInstance(options)!;
        foreach (var setting in options.GetProperties().Where(x => x is { CanWrite: true, SetMethod.IsPublic: true }))
        {
            var key = $"{Section(options)}:{setting.Name}";
            Assert.True(File.GetSection(key).Value is not null || IsListed(key), $"{key} is not in appsettings.json.");

            var read = File.GetSection(key).Value is { Length: > 0 } ? File.GetSection(key).Get(setting.PropertyType) : null;
            Assert.Equal(setting.GetValue(defaults) is "" ? null : setting.GetValue(defaults), read);
        }
    }

    private static bool IsListed(string key) => File.AsEnumerable().Any(x => string.Equals(x.Key, key, StringComparison.Ordinal));

    private static string? Section(Type options) =>
        options.GetField("Section", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)?.GetRawConstantValue() as string;
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Tests.Web.Hosting.Settings;

public sealed class ProductionGuardTests
{
    private static readonly Dictionary<string, string?> Complete = new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = "PostgreSql",
        ["Database:ConnectionString"] = "Host=db",
        ["TokenKeys:Path"] = "/etc/skypanel/token-keys.json",
        ["DataProtection:Path"] = "/var/lib/skypanel/keys",
        ["Panel:PublicAddress"] = "https://panel.example.com",
    };

    [Fact]
    public void Check_CompleteProduction_Passes() => Check("Production", Complete);

    [Theory]
    [InlineData("Database:Provider")]
    [InlineData("Database:ConnectionString")]
    [InlineData("TokenKeys:Path")]
    [InlineData("DataProtection:Path")]
    [InlineData("Panel:PublicAddress")]
    public void Check_ProductionWithoutARequiredSetting_NamesThatOneAlone(string key)
    {
        var message = Refusal("Production", Complete.Where(x => !x.Key.Equals(key, StringComparison.Ordinal)));

        Assert.Contains($"{key} is missing", message, StringComparison.Ordinal);
        Assert.Single(message.Split("  - ").Skip(1));
    }

    [Theory]
    [InlineData("Simulator:Enabled", "true")]
    [InlineData("Demo:Enabled", "true")]
    [InlineData("ProviderEndpoint:BaseAddress", "http://127.0.0.1:8080")]
    [InlineData("Panel:InsecureCookies", "true")]
    [InlineData("KillAtFailpoint", "create.answered")]
    public void Check_ProductionWithASettingOfTheDemo_NamesIt(string key, string value) =>
        Assert.Contains(key, Refusal("Production", With(key, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://panel.example.com")]
    [InlineData("panel.example.com")]
    public void Check_ProductionAtAnAddressWithoutTls_Refuses(string address) =>
        Assert.Contains("https://", Refusal("Production", With("Panel:PublicAddress", address)), StringComparison.Ordinal);

    [Fact]
    public void Check_ProductionWithNothingSet_NamesAllAtOnce()
    {
        var message = Refusal("Production", []);

        Assert.All(Complete.Keys, x => Assert.Contains(x, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_Refusal_TellsNoValue() =>
        Assert.DoesNotContain("Host=db", Refusal("Production", With("Simulator:Enabled", "true")), StringComparison.Ordinal);

    [Fact]
    public void Check_BenchWithSimulatorByAddress_Passes() =>
        Check("Bench", [new("ProviderEndpoint:BaseAddress", "http://127.0.0.1:8080")]);

    [Fact]
    public void Check_BenchWithItsOwnSimulator_Refuses() =>
        Assert.Contains("Simulator:Enabled", Refusal("Bench", [new("Simulator:Enabled", "true")]), StringComparison.Ordinal);

    [Fact]
    public void Check_UnknownEnvironment_RefusesInsteadOfRunningUnguarded() =>
        Assert.Contains("Staging", Refusal("Staging", Complete), StringComparison.Ordinal);

    private static Dictionary<string, string?> With(string key, string value) => new(Complete, StringComparer.Ordinal) { [key] = value };

    private static string Refusal(string environment, IEnumerable<KeyValuePair<string, string?>> settings) =>
        Assert.Throws<StartRefusedException>(() => Check(environment, settings)).Message;

    private static void Check(string environment, IEnumerable<KeyValuePair<string, string?>> settings) =>
        ProductionGuard.Check(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new Named(environment));

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

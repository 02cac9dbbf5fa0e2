using System.Net;
using SkyPanel.Core.Providers;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Providers;

/// <summary>
/// What docs/providers/README.md says is what the adapters say of themselves. To write it anew:
/// <c>SKYPANEL_WRITE_DOCS=1 dotnet run --project SkyPanel.Tests -- --filter-class SkyPanel.Tests.Providers.CapabilityTableTests</c>.
/// </summary>
public sealed class CapabilityTableTests
{
    private const string Begin = "<!-- table: begin -->\n";
    private const string End = "<!-- table: end -->";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "providers", "README.md");

    [Fact]
    public async Task Docs_Table_IsWhatTheDescriptorsSay()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK));
        var table = ProviderCapabilityTable.ToMarkdown(bench.Factory.Descriptors);
        var page = await File.ReadAllTextAsync(Page, ProviderBench.Cancellation);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("SKYPANEL_WRITE_DOCS") is "1")
        {
            await File.WriteAllTextAsync(Page, page[..from] + table + page[to..], ProviderBench.Cancellation);
            return;
        }

        Assert.Equal(table, page[from..to]);
    }

    [Theory]
    [InlineData("linode")]
    [InlineData("digitalocean")]
    public async Task Descriptor_Capabilities_AreThoseThatTheAdapterHas(string type)
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK));
        var provider = bench.For(new ProviderType(type));
        var every = typeof(IProviderCapability).Assembly.GetTypes().Where(x => x.IsInterface && x != typeof(IProviderCapability) && x.IsAssignableTo(typeof(IProviderCapability)));
        var ask = typeof(IProviderService).GetMethod(nameof(IProviderService.Capability))!;

        var offered = every.Where(x => ask.MakeGenericMethod(x).Invoke(provider, []) is not null);

        Assert.Equal(provider.Descriptor.Capabilities.OrderBy(x => x.Name), offered.OrderBy(x => x.Name));
    }

    [Fact]
    public async Task Descriptor_Options_AreToldApartAndPriced()
    {
        await using var bench = new ProviderBench(WireStub.Always(HttpStatusCode.OK));

        Assert.All(bench.Factory.Descriptors, x =>
        {
            Assert.Equal(x.DeploymentOptions.Count, x.DeploymentOptions.Select(y => y.Key).Distinct().Count());
            Assert.All(x.DeploymentOptions, y => Assert.Equal(y.Kind == DeploymentOptionKind.Choice, y.Choices.Count > 0));
            Assert.All(x.DeploymentOptions, y => Assert.Equal(y.Kind == DeploymentOptionKind.Text, y.MaxBytes is not null));
        });
    }
}

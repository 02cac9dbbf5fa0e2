using System.Reflection;
using SkyPanel.Core.Providers;
using SkyPanel.Providers;

namespace SkyPanel.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly Assembly Core = typeof(IProviderService).Assembly;
    private static readonly Assembly Providers = typeof(ProviderServiceCollectionExtensions).Assembly;
    private static readonly Assembly Simulator = typeof(SkyPanel.Simulator.SimulatorApplication).Assembly;

    public static TheoryData<string, string[]> Rooms => new()
    {
        { "SkyPanel.Core", [] },
        { "SkyPanel.Simulator", [] },
        { "SkyPanel.Providers", ["SkyPanel.Core"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_LeansOn_WhatItMay(string project, string[] allowed)
    {
        var assembly = new[] { Core, Providers, Simulator }.Single(x => x.GetName().Name == project);

        var leansOn = assembly.GetReferencedAssemblies().Select(x => x.Name!).Where(x => x.StartsWith("SkyPanel.", StringComparison.Ordinal));

        Assert.Empty(leansOn.Except(allowed));
    }

    [Fact]
    public void Providers_Export_OneType() => Assert.Equal([typeof(ProviderServiceCollectionExtensions)], Providers.GetExportedTypes());

    [Fact]
    public void CoreAndWeb_NameNoProvider() => Assert.Empty(
        SourceTree.Naming(SourceTree.Files("SkyPanel.Core", "SkyPanel.Web"), "\"linode\"", "\"digitalocean\"", "LinodeProvider", "DigitalOceanProvider"));

    [Fact]
    public void Web_UsesProviders_InHostingOnly() => Assert.Empty(
        SourceTree.Naming(SourceTree.Files("SkyPanel.Web").Where(x => !x.Path.StartsWith("SkyPanel.Web/Hosting/", StringComparison.Ordinal)), "using SkyPanel.Providers"));

    [Fact]
    public void Flurl_StandsInOneFolder() => Assert.Empty(
        SourceTree.Naming(
            SourceTree.Files("SkyPanel.Core", "SkyPanel.Web", "SkyPanel.Providers").Where(x => !x.Path.StartsWith("SkyPanel.Providers/Http/", StringComparison.Ordinal)),
            "using Flurl"));

    [Fact]
    public void Web_HoldsNoDatabaseContext() => Assert.Empty(
        SourceTree.Naming(SourceTree.Files("SkyPanel.Web"), "using Microsoft.EntityFrameworkCore", "IDbContextFactory"));

    [Fact]
    public void Pages_HoldNoProviderPort() => Assert.Empty(
        SourceTree.Naming(SourceTree.Files("SkyPanel.Web/Features", "SkyPanel.Web/Components"), "IProviderFactory", "IProviderService"));

    [Fact]
    public void Ui_StaysInWeb() => Assert.Empty(SourceTree.Naming(SourceTree.Files("SkyPanel.Core", "SkyPanel.Providers", "SkyPanel.Simulator"), "MudBlazor"));
}

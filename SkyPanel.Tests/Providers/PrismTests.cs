using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Tests.Providers;

/// <summary>A machine's whole life and every catalogue, with the vendor's own description as the judge of each request and answer.</summary>
public sealed partial class PrismTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJD1sM5YdppqbO/XPAeERcC7NE87j+F56dqqH4CltV3Y someone@home";
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("linode", "openapi/linode-v4.panel.min.json", "g6-nanode-1", "eu-central", "linode/debian12")]
    [InlineData("digitalocean", "openapi/digitalocean-v2.panel.min.json", "s-1vcpu-1gb", "fra1", "debian-13-x64")]
    public async Task Life_JudgedByTheVendorsDescription_HasNoViolation(string type, string description, string plan, string region, string image)
    {
        await using var prism = await PrismProxy.StartAsync(description, simulator.Address, Cancellation);
        await simulator.ResetAsync();
        var judge = new Judge();
        var services = new ServiceCollection().AddProviders();
        services.AddHttpClient(ProviderHttpClient.ClientName).AddHttpMessageHandler(() => judge);
        await using var provided = services.BuildServiceProvider();
        var provider = provided.GetRequiredService<IProviderFactory>()
            .Create(new ProviderConnection(Guid.NewGuid(), new ProviderType(type), "prism-token", prism.Address));

        var failed = await Record.ExceptionAsync(() => LiveAsync(provider, new ProviderInstanceSpec($"sp-{Guid.NewGuid():N}", "web-1", plan, region, image, [Key], null)));

        TestContext.Current.TestOutputHelper!.WriteLine($"{judge.Seen} requests and answers judged");
        Assert.True(judge.Violations.Count == 0, string.Join("\n", judge.Violations));
        Assert.Null(failed);
        Assert.InRange(judge.Seen, 20, int.MaxValue);
    }

    private async Task LiveAsync(IProviderService provider, ProviderInstanceSpec spec)
    {
        await provider.ValidateCredentialsAsync(Cancellation);
        await provider.ListPlansAsync(Cancellation);
        await provider.ListImagesAsync(Cancellation);
        await provider.ListRegionsAsync(Cancellation);
        var options = provider.Descriptor.DeploymentOptions
            .Where(x => x.Kind is DeploymentOptionKind.Switch or DeploymentOptionKind.Choice)
            .ToDictionary(x => x.Key, x => x.Kind == DeploymentOptionKind.Choice ? x.Choices[0].Value : DeploymentOption.On, StringComparer.Ordinal);
        var made = await provider.CreateInstanceAsync(spec with { Options = options }, Cancellation);
        await provider.CreateInstanceAsync(spec with { Mark = $"sp-{Guid.NewGuid():N}", RootPassword = "Sunny-Day-42-Tree!" }, Cancellation);
        simulator.Clock.Advance(LongEnough);
        await provider.FindByMarkAsync(new MarkQuery(spec.Mark, spec.Name, spec.PlanId, spec.RegionId, DateTimeOffset.UnixEpoch), Cancellation);
        await provider.ListInstancesAsync(Cancellation);
        await PowerAsync(provider, made.Id);
        await CatalogueAsync(provider);
        await provider.DeleteInstanceAsync(made.Id, Cancellation);
    }

    private async Task PowerAsync(IProviderService provider, string id)
    {
        var hard = provider.Capability<IHardPower>();
        Func<Task>[] acts =
        [
            () => provider.ShutDownAsync(id, Cancellation),
            () => provider.BootAsync(id, Cancellation),
            () => provider.RebootAsync(id, Cancellation),
            () => hard?.PowerCycleAsync(id, Cancellation) ?? Task.CompletedTask,
            () => hard?.PowerOffAsync(id, Cancellation) ?? Task.CompletedTask,
        ];
        foreach (var act in acts)
        {
            await act();
            await provider.GetInstanceAsync(id, Cancellation);
            simulator.Clock.Advance(LongEnough);
        }
    }

    private static async Task CatalogueAsync(IProviderService provider)
    {
        if (provider.Capability<IMarketplaceCatalog>() is { } apps)
        {
            await apps.ListAppsAsync(Cancellation);
        }

        if (provider.Capability<IStackScriptCatalog>() is { } scripts)
        {
            await scripts.FindScriptAsync(Assert.Single(await scripts.SearchPublicScriptsAsync("Blog", Cancellation)).Id, Cancellation);
        }
    }

    /// <summary>Keeps what the proxy finds fault with.</summary>
    private sealed partial class Judge : DelegatingHandler
    {
        private readonly ConcurrentQueue<string> _violations = new();
        private int _seen;

        public IReadOnlyCollection<string> Violations => _violations;

        public int Seen => _seen;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _seen);
            var told = response.Headers.TryGetValues("sl-violations", out var headers) ? string.Join(',', headers) : "[]";
            var all = ViolationsIn(told).ToList();
            foreach (var violation in all.Where(x => !IsTheDescriptionsOwnFault(x) && !(IsOfAChoice(x) && all.Exists(IsTheDescriptionsOwnFault))))
            {
                _violations.Enqueue($"{request.Method} {request.RequestUri!.PathAndQuery}: {violation}");
            }

            return response;
        }

        /// <summary>A JSON list, unless it is too long: then it has words before it and no end.</summary>
        private static IEnumerable<string> ViolationsIn(string told)
            => Violation().Matches(told).Select(x => $"{x.Groups["where"].Value.Replace("\",\"", ".", StringComparison.Ordinal)}: {x.Groups["what"].Value}");

        [GeneratedRegex("""\{"location":\["(?<where>[^\]]*)"\],"severity":"[^"]*","code":"[^"]*","message":"(?<what>[^"]*)"\}""", RegexOptions.ExplicitCapture, 5000)]
        private static partial Regex Violation();

        /// <summary>One or several machines: when the fitting alternative has such a fault, the other one is complained of as well.</summary>
        private static bool IsOfAChoice(string violation)
            => violation.EndsWith("match exactly one schema in oneOf", StringComparison.Ordinal) || violation.EndsWith("required property 'droplets'", StringComparison.Ordinal);

        /// <summary>
        /// The vendor's own regions and distributions are newer than its lists of them, and a header that is an object in the description
        /// can only travel as text.
        /// </summary>
        private static bool IsTheDescriptionsOwnFault(string violation)
            => (violation.StartsWith("response.body.", StringComparison.Ordinal) && violation.Contains("must be equal to one of the allowed values", StringComparison.Ordinal)
                && (violation.Contains(".distribution", StringComparison.Ordinal) || violation.Contains(".region", StringComparison.Ordinal)))
            || violation.StartsWith("request.header.x-filter", StringComparison.OrdinalIgnoreCase);
    }
}

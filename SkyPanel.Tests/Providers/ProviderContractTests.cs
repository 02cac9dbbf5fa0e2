using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;

namespace SkyPanel.Tests.Providers;

/// <summary>What every adapter promises by the port, shown over real HTTP. A new adapter derives from this and says what its vendor sells.</summary>
public abstract class ProviderContractTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>, IAsyncLifetime
{
    protected const string Token = "full-token";
    protected static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJD1sM5YdppqbO/XPAeERcC7NE87j+F56dqqH4CltV3Y someone@home";

    protected SimulatorFixture Simulator { get; } = simulator;

    protected abstract ProviderType Type { get; }

    protected abstract string PlanId { get; }

    protected abstract string RegionId { get; }

    protected abstract string ImageId { get; }

    /// <summary>Where creates are sent.</summary>
    protected abstract string CreatePath { get; }

    protected IProviderService Provider => Simulator.Provider(Type, Token);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ProviderInstanceSpec Spec => new(NewMark(), "web-1", PlanId, RegionId, ImageId, [Key], null);

    public async ValueTask InitializeAsync() => await Simulator.ResetAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Validate_GoodToken_NamesTheAccountAndChangesNothing()
    {
        var account = await Provider.ValidateCredentialsAsync(Cancellation);

        Assert.NotEmpty(account.Name);
        Assert.All(await Simulator.RequestsAsync(), x => Assert.StartsWith("GET ", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Validate_WrongToken_IsInvalidCredentials()
    {
        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Simulator.Provider(Type, "invalid-1").ValidateCredentialsAsync(Cancellation));

        Assert.Equal((ProviderErrorCode.InvalidCredentials, false), (thrown.Error.Code, thrown.Error.Retryable));
    }

    [Theory]
    [InlineData("noscope-1")]
    [InlineData("readonly-1")]
    public async Task Create_TokenMayNot_IsInsufficientScopeAndNothingDone(string token)
    {
        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Simulator.Provider(Type, token).CreateInstanceAsync(Spec, Cancellation));

        Assert.Equal((ProviderErrorCode.InsufficientScope, ProviderOutcome.None), (thrown.Error.Code, thrown.Error.Outcome));
    }

    [Fact]
    public async Task ListPlans_AreCompleteAndInOurUnits()
    {
        var plans = await Provider.ListPlansAsync(Cancellation);

        Assert.Equal(plans.Count, plans.Select(x => x.Id).Distinct(StringComparer.Ordinal).Count());
        var plan = plans.Single(x => x.Id.Equals(PlanId, StringComparison.Ordinal));
        Assert.True(plan.IsAvailableIn(RegionId));
        Assert.All(plans, x =>
        {
            Assert.InRange(x.Vcpus, 1, 1000);
            Assert.InRange(x.MemoryMib, 512, 16 * 1024 * 1024);
            Assert.InRange(x.DiskGib, 5, 100_000);
            Assert.True(x.Cost.Hourly.Micros > 0 && x.Cost.Monthly > x.Cost.Hourly, x.Id);
            Assert.Equal("USD", x.Cost.Currency);
        });
    }

    [Fact]
    public async Task ListImages_HoldsWhatIsOfferedWithAName()
    {
        var images = await Provider.ListImagesAsync(Cancellation);

        Assert.Equal(images.Count, images.Select(x => x.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(images, x => x.Id.Equals(ImageId, StringComparison.Ordinal) && x.IsAvailableIn(RegionId));
        Assert.All(images, x => Assert.StartsWith(x.Distribution, x.Name, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ListRegions_ArePlacesForPeople()
    {
        var regions = await Provider.ListRegionsAsync(Cancellation);

        Assert.True(regions.Single(x => x.Id.Equals(RegionId, StringComparison.Ordinal)).Available);
        Assert.All(regions, x => Assert.True(x.City.Length > 0 && x.Country.Length == 2 && x.Continent != Continent.Other, x.Id));
    }

    [Fact]
    public async Task Create_Accepted_IsNamedAtOnceAndRunsLater()
    {
        var spec = Spec;

        var made = await Provider.CreateInstanceAsync(spec, Cancellation);
        Simulator.Clock.Advance(LongEnough);
        var later = await Provider.GetInstanceAsync(made.Id, Cancellation);

        Assert.Equal((spec.Mark, InstanceStatus.Provisioning, PlanId, RegionId), (made.Mark, made.Status, made.PlanId, made.RegionId));
        Assert.Equal((spec.Mark, InstanceStatus.Running, ImageId, false), (later!.Mark, later.Status, later.ImageId, later.Busy));
        Assert.NotEmpty(later.Addresses);
        Assert.InRange(later.CreatedAt, Simulator.Clock.GetUtcNow() - (2 * LongEnough), Simulator.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Create_WithPasswordOnly_Works()
        => Assert.NotEmpty((await Provider.CreateInstanceAsync(Spec with { AuthorizedKeys = [], RootPassword = "Sunny-Day-42-Tree!" }, Cancellation)).Id);

    [Fact]
    public async Task Create_SameKeyTwice_Works()
    {
        await Provider.CreateInstanceAsync(Spec, Cancellation);

        Assert.NotEmpty((await Provider.CreateInstanceAsync(Spec with { Name = "web-2" }, Cancellation)).Id);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("region")]
    [InlineData("image")]
    public async Task Create_SomethingUnknown_NamesTheFieldAndDidNothing(string field)
    {
        var spec = field switch
        {
            "plan" => Spec with { PlanId = "no-such-thing" },
            "region" => Spec with { RegionId = "no-such-thing" },
            _ => Spec with { ImageId = "no-such-thing" },
        };

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Provider.CreateInstanceAsync(spec, Cancellation));

        Assert.Equal((field, ProviderOutcome.None), (thrown.Error.Field, thrown.Error.Outcome));
        Assert.Empty(await Provider.ListInstancesAsync(Cancellation));
    }

    [Theory]
    [InlineData("cut-after")]
    [InlineData("truncate")]
    public async Task Create_AnswerLost_IsUnknownAndFoundByItsMark(string kind)
    {
        var spec = Spec;
        await Simulator.FaultAsync(new { kind, method = "POST", pathPattern = CreatePath, count = 1 });

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Provider.CreateInstanceAsync(spec, Cancellation));
        Simulator.Clock.Advance(LongEnough);
        var found = await Provider.FindByMarkAsync(QueryFor(spec), Cancellation);

        Assert.Equal(ProviderOutcome.Unknown, thrown.Error.Outcome);
        Assert.Equal(spec.Mark, Assert.Single(found.Marked).Mark);
        Assert.Empty(found.Suspects);
        Assert.Equal(1, await CreatesAsync());
    }

    [Theory]
    [InlineData("cut-before", null)]
    [InlineData("status", 503)]
    [InlineData("status", 408)]
    public async Task Create_NotProcessed_IsUnknownAndTheLookIsClean(string kind, int? status)
    {
        var spec = Spec;
        await Simulator.FaultAsync(new { kind, status, method = "POST", pathPattern = CreatePath, count = 1 });

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Provider.CreateInstanceAsync(spec, Cancellation));

        Assert.Equal((ProviderOutcome.Unknown, true), (thrown.Error.Outcome, thrown.Error.Retryable));
        Assert.True((await Provider.FindByMarkAsync(QueryFor(spec), Cancellation)).IsClean);
        Assert.Equal(1, await CreatesAsync());
    }

    [Fact]
    public async Task Create_RateRefused_DidNothingAndTellsWhenToComeBack()
    {
        await Simulator.FaultAsync(new
        {
            kind = "status",
            status = 429,
            method = "POST",
            pathPattern = CreatePath,
            count = 1,
            headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Retry-After"] = "9" },
        });

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Provider.CreateInstanceAsync(Spec, Cancellation));

        Assert.Equal((ProviderErrorCode.RateLimited, ProviderOutcome.None), (thrown.Error.Code, thrown.Error.Outcome));
        Assert.Equal(TimeSpan.FromSeconds(9), thrown.Error.RetryAfter);
        Assert.Equal(1, await CreatesAsync());
    }

    [Fact]
    public async Task Create_SameMarkAgain_IsRefusedWhereTheDescriptorSaysSo()
    {
        var spec = Spec;
        await Provider.CreateInstanceAsync(spec, Cancellation);
        Simulator.Clock.Advance(LongEnough);

        var thrown = await Record.ExceptionAsync(() => Provider.CreateInstanceAsync(spec, Cancellation));
        Simulator.Clock.Advance(LongEnough);
        var found = await Provider.FindByMarkAsync(QueryFor(spec), Cancellation);

        Assert.Equal(Provider.Descriptor.MarkIsUnique, thrown is ProviderException { Error: { Code: ProviderErrorCode.DuplicateResource, Outcome: ProviderOutcome.Unknown } });
        Assert.Equal(Provider.Descriptor.MarkIsUnique ? 1 : 2, found.Marked.Count);
    }

    [Fact]
    public async Task FindByMark_OtherMachines_AreNeitherMarkedNorSuspect()
    {
        await Provider.CreateInstanceAsync(Spec, Cancellation);
        await Provider.CreateInstanceAsync(Spec with { Name = "other" }, Cancellation);
        Simulator.Clock.Advance(LongEnough);

        Assert.True((await Provider.FindByMarkAsync(QueryFor(Spec), Cancellation)).IsClean);
    }

    [Fact]
    public async Task Read_PassingTrouble_IsRiddenOut()
    {
        var made = await Provider.CreateInstanceAsync(Spec, Cancellation);
        await Simulator.FaultAsync(new { kind = "status", status = 503, method = "GET", count = 2 });
        await Simulator.FaultAsync(new { kind = "cut-before", method = "GET", count = 1 });

        Assert.Equal(made.Id, (await Provider.GetInstanceAsync(made.Id, Cancellation))!.Id);
    }

    [Fact]
    public async Task Power_EachVerb_EndsInItsStatus()
    {
        var id = await RunningAsync();

        await Provider.ShutDownAsync(id, Cancellation);
        Assert.Equal((InstanceStatus.Stopping, true), await StatusAsync(id));
        Simulator.Clock.Advance(LongEnough);
        Assert.Equal((InstanceStatus.Stopped, false), await StatusAsync(id));

        await Provider.BootAsync(id, Cancellation);
        Assert.Equal((InstanceStatus.Starting, true), await StatusAsync(id));
        Simulator.Clock.Advance(LongEnough);
        Assert.Equal((InstanceStatus.Running, false), await StatusAsync(id));

        await Provider.RebootAsync(id, Cancellation);
        Assert.Equal((InstanceStatus.Rebooting, true), await StatusAsync(id));
        Simulator.Clock.Advance(LongEnough);
        Assert.Equal((InstanceStatus.Running, false), await StatusAsync(id));
    }

    [Fact]
    public async Task Power_WhileBusy_IsResourceBusyAndMayBeTriedLater()
    {
        var id = await RunningAsync();
        await Provider.RebootAsync(id, Cancellation);

        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Provider.RebootAsync(id, Cancellation));

        Assert.Equal((ProviderErrorCode.ResourceBusy, true, ProviderOutcome.None), (thrown.Error.Code, thrown.Error.Retryable, thrown.Error.Outcome));
    }

    [Fact]
    public async Task Power_NoSuchMachine_IsInstanceNotFound()
    {
        var thrown = await Assert.ThrowsAsync<ProviderException>(() => Provider.BootAsync("999999999", Cancellation));

        Assert.Equal(ProviderErrorCode.InstanceNotFound, thrown.Error.Code);
    }

    [Fact]
    public async Task Delete_Twice_IsGoneBothTimes()
    {
        var id = await RunningAsync();

        await Provider.DeleteInstanceAsync(id, Cancellation);
        await Provider.DeleteInstanceAsync(id, Cancellation);
        Simulator.Clock.Advance(LongEnough);

        Assert.Null(await Provider.GetInstanceAsync(id, Cancellation));
        Assert.Empty(await Provider.ListInstancesAsync(Cancellation));
    }

    [Fact]
    public async Task Delete_AnswerLost_IsTriedAgainAndCountsAsDeleted()
    {
        var id = await RunningAsync();
        await Simulator.FaultAsync(new { kind = "cut-after", method = "DELETE", count = 1 });

        await Provider.DeleteInstanceAsync(id, Cancellation);

        Assert.Null(await Provider.GetInstanceAsync(id, Cancellation));
    }

    [Fact]
    public async Task List_ManyMachines_AreAllThereInFewCalls()
    {
        const int Many = 1100;
        await Simulator.SeedAsync(new { vendor = Type.Value, token = Token, label = "many", count = Many });

        var found = await Provider.ListInstancesAsync(Cancellation);

        Assert.Equal(Many, found.Select(x => x.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.InRange((await Simulator.RequestsAsync()).Count, 1, 8);
    }

    [Fact]
    public async Task List_ThirdPageFails_ThrowsInsteadOfHalfAListing()
    {
        await Simulator.SeedAsync(new { vendor = Type.Value, token = Token, label = "many", count = 1100 });
        await Simulator.FaultAsync(new { kind = "latency", seconds = 0, method = "GET", count = 2 });
        await Simulator.FaultAsync(new { kind = "status", status = 500, method = "GET" });

        await Assert.ThrowsAsync<ProviderException>(() => Provider.ListInstancesAsync(Cancellation));
    }

    [Fact]
    public async Task Get_WordThatNobodyKnows_IsUnknown()
    {
        var id = await RunningAsync();
        await Simulator.ChangeAsync(Type, id, new { status = "levitating" });

        Assert.Equal(InstanceStatus.Unknown, (await Provider.GetInstanceAsync(id, Cancellation))!.Status);
    }

    [Fact]
    public async Task HardPower_WhereOffered_EndsInItsStatus()
    {
        if (Provider.Capability<IHardPower>() is not { } power)
        {
            return;
        }

        var id = await RunningAsync();
        await power.PowerCycleAsync(id, Cancellation);
        Assert.Equal((InstanceStatus.Rebooting, true), await StatusAsync(id));
        Simulator.Clock.Advance(LongEnough);
        await power.PowerOffAsync(id, Cancellation);
        Simulator.Clock.Advance(LongEnough);
        Assert.Equal((InstanceStatus.Stopped, false), await StatusAsync(id));
    }

    [Fact]
    public async Task Apps_WhereOffered_AreNamedAndCreatable()
    {
        if (Provider.Capability<IMarketplaceCatalog>() is not { } catalogue)
        {
            return;
        }

        var apps = await catalogue.ListAppsAsync(Cancellation);

        Assert.Equal(apps.Count, apps.Select(x => x.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(apps, x => Assert.NotEmpty(x.Name));
        var app = apps.First(x => x.RegionIds?.Contains(RegionId) ?? true);
        var plan = (await Provider.ListPlansAsync(Cancellation)).First(x => x.DiskGib >= app.MinDiskGib && x.IsAvailableIn(RegionId) && x.MemoryMib >= 2048);
        Assert.NotEmpty((await Provider.CreateInstanceAsync(Spec with { ImageId = app.Id, PlanId = plan.Id }, Cancellation)).Id);
    }

    [Fact]
    public async Task Scripts_WhereOffered_AreFoundAndAskTheirQuestions()
    {
        if (Provider.Capability<IStackScriptCatalog>() is not { } catalogue)
        {
            return;
        }

        var found = await catalogue.SearchPublicScriptsAsync("Blog", Cancellation);
        var script = await catalogue.FindScriptAsync(Assert.Single(found).Id, Cancellation);

        Assert.Contains(script!.Fields, x => x is { IsSecret: true, IsRequired: true });
        Assert.Contains(script.Fields, x => x is { Choices.Count: 2, IsRequired: false });
        Assert.Null(await catalogue.FindScriptAsync("1", Cancellation));
        Assert.NotNull(await catalogue.ListOwnScriptsAsync(Cancellation));
        Assert.NotEmpty((await Provider.CreateInstanceAsync(
            Spec with { Script = new ProviderScriptChoice(script.Id, script.Fields.ToDictionary(x => x.Name, x => x.Default ?? "Answer-42", StringComparer.Ordinal)) }, Cancellation)).Id);
    }

    [Fact]
    public async Task Create_EverySwitch_IsAccepted()
    {
        var switches = Provider.Descriptor.DeploymentOptions
            .Where(x => x.Kind is DeploymentOptionKind.Switch or DeploymentOptionKind.Choice or DeploymentOptionKind.Text)
            .ToDictionary(x => x.Key, x => x.Kind switch { DeploymentOptionKind.Choice => x.Choices[0].Value, DeploymentOptionKind.Text => "#!/bin/sh\n", _ => DeploymentOption.On }, StringComparer.Ordinal);

        Assert.NotEmpty((await Provider.CreateInstanceAsync(Spec with { Options = switches }, Cancellation)).Id);
    }

    [Fact]
    public async Task ListPlans_AddOns_CoverTheOptions()
    {
        var plans = await Provider.ListPlansAsync(Cancellation);
        var plan = plans.Single(x => x.Id.Equals(PlanId, StringComparison.Ordinal));
        var named = Provider.Descriptor.DeploymentOptions.SelectMany(x => x.Choices.Select(y => y.AddOn).Append(x.AddOn)).OfType<string>();

        Assert.All(named, x => Assert.InRange(plan.AddOns[x].CostIn(RegionId).Monthly.Micros, 1, plan.CostIn(RegionId).Monthly.Micros));
    }

    [Fact]
    public void Capability_NotOffered_IsNull() => Assert.Null(Provider.Capability<INobodyOffersThis>());

    protected static MarkQuery QueryFor(ProviderInstanceSpec spec, DateTimeOffset submitted)
        => new(spec.Mark, spec.Name, spec.PlanId, spec.RegionId, submitted);

    protected MarkQuery QueryFor(ProviderInstanceSpec spec) => QueryFor(spec, Simulator.Clock.GetUtcNow() - (2 * LongEnough));

    protected static string NewMark() => $"sp-{Guid.NewGuid():N}";

    /// <summary>How many creates the vendor saw. It notes a connection that it cut a moment after the cut, so the first is waited for.</summary>
    private async Task<int> CreatesAsync()
    {
        var creates = 0;
        for (var tries = 0; creates == 0 && tries < 500; tries++)
        {
            await Task.Delay(10, Cancellation);
            creates = (await Simulator.RequestsAsync()).Count(x => x.Equals($"POST {CreatePath}", StringComparison.Ordinal));
        }

        return creates;
    }

    private async Task<string> RunningAsync()
    {
        var made = await Provider.CreateInstanceAsync(Spec, Cancellation);
        Simulator.Clock.Advance(LongEnough);
        return made.Id;
    }

    private async Task<(InstanceStatus Status, bool Busy)> StatusAsync(string id)
        => await Provider.GetInstanceAsync(id, Cancellation) is { } found ? (found.Status, found.Busy) : (InstanceStatus.Missing, false);

    private interface INobodyOffersThis : IProviderCapability;
}

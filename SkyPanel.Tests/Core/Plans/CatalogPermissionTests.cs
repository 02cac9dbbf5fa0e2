using SkyPanel.Core.Access;
using SkyPanel.Core.Data;
using SkyPanel.Core.Plans;
using SkyPanel.Core.Plans.Offerings;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Core.Plans;

/// <summary>Every method of the accounts', plans' and offerings' services, tried as everyone.</summary>
public sealed class CatalogPermissionTests
{
    private const string House = "admin";
    private const string Members = "viewer owner admin";

    private static readonly Dictionary<string, (string AllowedTo, Func<CoreHost, Actor, Guid, Task> Call)> Methods = new(StringComparer.Ordinal)
    {
        ["ProviderAccountService.ListTypesAsync"] = (House, (h, a, _) => Accounts(h).ListTypesAsync(a, Token)),
        ["ProviderAccountService.ListAsync"] = (House, (h, a, _) => Accounts(h).ListAsync(a, Token)),
        ["ProviderAccountService.GetAsync"] = (House, (h, a, id) => Accounts(h).GetAsync(a, id, Token)),
        ["ProviderAccountService.AddAsync"] = (House, (h, a, _) => Accounts(h).AddAsync(a, new NewProviderAccount("New", h.Cloud.Type, "token"), Token)),
        ["ProviderAccountService.UpdateAsync"] = (House, (h, a, id) => Accounts(h).UpdateAsync(a, id, new ProviderAccountEdit("New", null, 0), Token)),
        ["ProviderAccountService.TestAsync"] = (House, (h, a, id) => Accounts(h).TestAsync(a, id, Token)),
        ["ProviderAccountService.EnableAsync"] = (House, (h, a, id) => Accounts(h).EnableAsync(a, id, Token)),
        ["ProviderAccountService.DisableAsync"] = (House, (h, a, id) => Accounts(h).DisableAsync(a, id, Token)),
        ["ProviderAccountService.MoveAsync"] = (House, (h, a, id) => Accounts(h).MoveAsync(a, id, 0, Token)),
        ["ProviderAccountService.RemoveAsync"] = (House, (h, a, id) => Accounts(h).RemoveAsync(a, id, Token)),
        ["PlanService.ListAsync"] = (House, (h, a, _) => Plans(h).ListAsync(a, Token)),
        ["PlanService.ListCatalogueAsync"] = (House, (h, a, _) => Plans(h).ListCatalogueAsync(a, h.Cloud.Type, Token)),
        ["PlanService.AddAsync"] = (House, (h, a, id) => Plans(h).AddAsync(a, new NewPlan(h.Cloud.Type, "small", "Small", new(1_000_000), new(9_000_000), [id], true), Token)),
        ["PlanService.UpdateAsync"] = (House, (h, a, id) => Plans(h).UpdateAsync(a, id, new PlanEdit("Small", Money.Zero, Money.Zero, [], 0), Token)),
        ["PlanService.EnableAsync"] = (House, (h, a, id) => Plans(h).EnableAsync(a, id, Token)),
        ["PlanService.DisableAsync"] = (House, (h, a, id) => Plans(h).DisableAsync(a, id, Token)),
        ["PlanService.RetireAsync"] = (House, (h, a, id) => Plans(h).RetireAsync(a, id, Token)),
        ["OfferingService.ListProvidersAsync"] = (Members, (h, a, _) => Offerings(h).ListProvidersAsync(a, Token)),
        ["OfferingService.ListPlansAsync"] = (Members, (h, a, _) => Offerings(h).ListPlansAsync(a, h.Cloud.Type, Token)),
        ["OfferingService.ListRegionsAsync"] = (Members, (h, a, _) => Offerings(h).ListRegionsAsync(a, h.Cloud.Type, Token)),
        ["OfferingService.ListImagesAsync"] = (Members, (h, a, _) => Offerings(h).ListImagesAsync(a, h.Cloud.Type, Token)),
    };

    public static TheoryData<string> MethodNames => [.. Methods.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task EveryMethod_TriedAsEveryone_IsOpenToThoseOfTheTable(string method)
    {
        await using var host = await CoreHost.StartAsync();
        var admin = await host.AdminAsync();
        var owner = await host.CustomerAsync();
        var account = await host.AddAccountAsync(admin, host.Cloud);
        var (allowedTo, call) = Methods[method];
        (string Name, Actor Actor)[] everyone =
        [
            ("stranger", await host.StrangerAsync(owner)), ("viewer", await host.ColleagueAsync(owner, OrganizationRole.Viewer)), ("owner", owner), ("admin", admin),
        ];

        foreach (var (name, actor) in everyone)
        {
            var denied = await Record.ExceptionAsync(() => call(host, actor, account)) is AccessDeniedException;
            Assert.True(denied != allowedTo.Split(' ').Contains(name, StringComparer.Ordinal), $"{method} as {name}: denied is {denied}.");
        }
    }

    [Fact]
    public void TheTable_OfMethods_HoldsEveryOneThatTakesAnActor()
    {
        Type[] services = [typeof(ProviderAccountService), typeof(PlanService), typeof(OfferingService)];

        var methods = from service in services
                      from method in service.GetMethods()
                      where method.DeclaringType == service
                      select $"{service.Name}.{method.Name}";

        Assert.Equal(methods.Order(StringComparer.Ordinal), Methods.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static ProviderAccountService Accounts(CoreHost host) => host.Get<ProviderAccountService>();

    private static PlanService Plans(CoreHost host) => host.Get<PlanService>();

    private static OfferingService Offerings(CoreHost host) => host.Get<OfferingService>();
}

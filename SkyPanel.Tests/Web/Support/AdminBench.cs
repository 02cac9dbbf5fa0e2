using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MudBlazor;
using MudBlazor.Services;
using SkyPanel.Core.Access;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.Catalog.Allowlists;
using SkyPanel.Core.Instances.Desk;
using SkyPanel.Core.News;
using SkyPanel.Core.Organizations;
using SkyPanel.Core.Plans;
using SkyPanel.Core.ProviderAccounts;
using SkyPanel.Tests.Support;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Tests.Web.Support;

/// <summary>Pages of the admin side over a real Core, with dialogs and menus, and somebody signed in.</summary>
internal sealed class AdminBench : IAsyncDisposable
{
    private AdminBench(CoreHost core, Actor admin)
    {
        (Core, Admin) = (core, admin);
        Page.JSInterop.Mode = JSRuntimeMode.Loose;
        Page.Services.AddMudServices();
        Page.Services.AddSingleton<TimeProvider>(core.Time);
        Page.Services.AddSingleton(core.Get<ProviderAccountService>());
        Page.Services.AddSingleton(core.Get<PlanService>());
        Page.Services.AddSingleton(core.Get<OrganizationDirectory>());
        Page.Services.AddSingleton(core.Get<MembershipService>());
        Page.Services.AddSingleton(core.Get<OperationDesk>());
        Page.Services.AddSingleton(core.Get<PlanImport>());
        Page.Services.AddSingleton(core.Get<AllowlistService>());
        Page.Services.AddSingleton(core.Get<AlertBook>());
        Page.Services.AddSingleton(core.Get<INewsBus>());
        Page.Services.AddSingleton(core.Get<IOptions<PanelOptions>>());
        Page.Services.AddScoped<CurrentActor>();
    }

    public BunitContext Page { get; } = new();

    public CoreHost Core { get; }

    public Actor Admin { get; }

    /// <summary>Dialogs open in here; there from <see cref="SignIn"/> on.</summary>
    public IRenderedComponent<MudDialogProvider> Dialogs { get; private set; } = default!;

    public static async Task<AdminBench> StartAsync()
    {
        var core = await CoreHost.StartAsync();
        return new AdminBench(core, await core.AdminAsync());
    }

    /// <summary>An admin's page.</summary>
    public IRenderedComponent<T> Open<T>(Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        SignIn(Admin);
        return Page.Render(parameters ?? (_ => { }));
    }

    public void SignIn(Actor actor)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, actor.UserId.ToString())], "test");
        Page.Services.AddScoped<AuthenticationStateProvider>(_ => new FixedAuthentication(new ClaimsPrincipal(identity)));
        Page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Page.Render<MudPopoverProvider>();
        Dialogs = Page.Render<MudDialogProvider>();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.DisposeAsync();
        await Core.DisposeAsync();
    }
}

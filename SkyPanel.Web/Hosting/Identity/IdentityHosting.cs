using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using SkyPanel.Core.Data;
using SkyPanel.Core.Data.Identity;
using SkyPanel.Web.Hosting.Security;

namespace SkyPanel.Web.Hosting.Identity;

/// <summary>Who people are: accounts, passwords, the session cookie.</summary>
internal static class IdentityHosting
{
    public static WebApplicationBuilder AddPanelIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddPanelAccounts().AddSignInManager<PanelSignInManager>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.ConfigureApplicationCookie(x =>
        {
            SecurityHosting.Harden(x.Cookie, "skypanel-session", builder);
            x.LoginPath = "/account/sign-in";
            x.AccessDeniedPath = "/account/access-denied";
            x.ReturnUrlParameter = "returnUrl";
            x.ExpireTimeSpan = TimeSpan.FromDays(14);
            x.SlidingExpiration = true;
        });
        services.Configure<SecurityStampValidatorOptions>(x => x.ValidationInterval = SessionRevalidation.Interval);
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<AccountMails>();
        return builder;
    }

    /// <summary>Accounts without sessions; also for commands, which have no visitor.</summary>
    public static IdentityBuilder AddPanelAccounts(this IServiceCollection services) => services
        .AddIdentityCore<PanelUser>(Configure)
        .AddEntityFrameworkStores<SkyPanelDbContext>()
        .AddDefaultTokenProviders();

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;

        // The e-mail address is the name, and addresses may hold any character.
        options.User.AllowedUserNameCharacters = "";
        options.SignIn.RequireConfirmedEmail = true;

        // Length is what counts; rules of composition only make people write passwords down.
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordLimits.Shortest,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }
}

using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Web.Hosting;

/// <summary>Tells a newcomer at the console where the panel is and how to get in.</summary>
internal static class WelcomeHosting
{
    /// <summary>Once the panel answers; only where there is a demo, since anyone else knows what was installed.</summary>
    public static void SayWhereItIs(this WebApplication app)
    {
        var people = app.Services.GetRequiredService<DemoAccounts>().All;
        if (people.Count > 0)
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Text(Address(app), people)));
        }
    }

    internal static string Text(string address, IReadOnlyList<DemoAccount> people)
    {
        var width = people.Max(x => x.Email.Length);
        var lines = people.Select(x => $"    {x.Email.PadRight(width)}  {x.Role}");
        return string.Join(Environment.NewLine, ["", $"  SkyPanel is at {address}", "  Open it and sign in with a click as one of", .. lines, ""]);
    }

    private static string Address(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "the configured address";
}

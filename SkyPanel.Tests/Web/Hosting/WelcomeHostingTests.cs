using SkyPanel.Web.Hosting;
using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Tests.Web.Hosting;

public sealed class WelcomeHostingTests
{
    [Fact]
    public void Text_NamesTheAddressAndWhoCanSignIn()
    {
        var text = WelcomeHosting.Text("http://localhost:5000", [new("a@b.example", "A", "Runs it"), new("long@c.example", "C", "Buys")]);

        Assert.Contains("SkyPanel is at http://localhost:5000", text, StringComparison.Ordinal);
        Assert.Contains("a@b.example     Runs it", text, StringComparison.Ordinal);
        Assert.Contains("long@c.example  Buys", text, StringComparison.Ordinal);
    }
}

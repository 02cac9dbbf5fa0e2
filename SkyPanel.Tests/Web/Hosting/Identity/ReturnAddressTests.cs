using SkyPanel.Web.Hosting.Identity;

namespace SkyPanel.Tests.Web.Hosting.Identity;

public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/instances?filter=a%20b#top")]
    [InlineData("/")]
    public void Local_OwnPage_IsKept(string address) => Assert.Equal(address, ReturnAddress.Local(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("instances")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\\b")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public void Local_AnythingElse_IsHome(string? address) => Assert.Equal("/", ReturnAddress.Local(address));
}

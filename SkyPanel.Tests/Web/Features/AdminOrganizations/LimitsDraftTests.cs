using SkyPanel.Core.Data;
using SkyPanel.Core.Organizations;
using SkyPanel.Web.Features.AdminOrganizations;

namespace SkyPanel.Tests.Web.Features.AdminOrganizations;

public sealed class LimitsDraftTests
{
    [Fact]
    public void Read_WholeNumbersAndAnAmount_AreLimits() =>
        Assert.Equal(
            new OrganizationLimits(3, 0, Money.FromDecimal(99.5m)),
            new LimitsDraft { Instances = " 3 ", Vcpus = "0", Monthly = "99.50" }.Read());

    [Theory]
    [InlineData("", "1", "1")]
    [InlineData("-1", "1", "1")]
    [InlineData("1.5", "1", "1")]
    [InlineData("10001", "1", "1")]
    [InlineData("1", "99999999999", "1")]
    [InlineData("1", "1", "-1")]
    [InlineData("1", "1", "1,000")]
    [InlineData("1", "1", "10000000.01")]
    public void Read_AnyFieldAtFault_IsNone(string instances, string vcpus, string monthly) =>
        Assert.Null(new LimitsDraft { Instances = instances, Vcpus = vcpus, Monthly = monthly }.Read());
}

using System.Globalization;
using SkyPanel.Simulator.DigitalOcean.Catalogue;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.State;

namespace SkyPanel.Simulator.DigitalOcean.Networks;

/// <summary>The token's private networks. The vendor's words for most refusals are not recorded.</summary>
internal static class DigitalOceanVpcs
{
    public static Answer List(DigitalOceanCall call) => DigitalOceanPage.Of(call, "vpcs", call.Account.Vpcs, vpc => vpc.ToWire());

    public static Answer Get(DigitalOceanCall call) => Answer.Ok(new { vpc = Vpc(call).ToWire() });

    public static Answer Create(DigitalOceanCall call)
    {
        var name = call.Body.Text("name") ?? throw DigitalOceanErrors.Unprocessable(call, "Name can't be blank");
        var region = DigitalOceanRegions.Find(call.Body.Text("region")) ?? throw DigitalOceanErrors.Unprocessable(call, "Region is not available");
        if (call.Account.Vpcs.Exists(known => string.Equals(known.Name, name, StringComparison.Ordinal)))
        {
            throw DigitalOceanErrors.Conflict(call, "A VPC with the same name already exists in your account.");
        }

        var vpc = Add(call.Store, call.Account, name, region.Slug, call.Body.Text("ip_range"), isDefault: false);
        vpc.Description = call.Body.Text("description") ?? "";
        return new Answer(StatusCodes.Status201Created, new { vpc = vpc.ToWire() });
    }

    /// <summary>PUT and PATCH.</summary>
    public static Answer Update(DigitalOceanCall call)
    {
        var vpc = Vpc(call);
        vpc.Name = call.Body.Text("name") ?? vpc.Name;
        vpc.Description = call.Body.Text("description") ?? vpc.Description;
        return Answer.Ok(new { vpc = vpc.ToWire() });
    }

    public static Answer Delete(DigitalOceanCall call)
    {
        var vpc = Vpc(call);
        if (vpc.IsDefault)
        {
            throw DigitalOceanErrors.Forbidden(call, "Can not delete default VPCs");
        }

        if (call.Account.Droplets.Exists(droplet => string.Equals(droplet.VpcUuid, vpc.Id, StringComparison.Ordinal)))
        {
            throw DigitalOceanErrors.Conflict(call, "Can not delete VPC with members");
        }

        call.Account.Vpcs.Remove(vpc);
        return new Answer(StatusCodes.Status204NoContent);
    }

    /// <summary>The one that a new droplet gets when none is named.</summary>
    public static DigitalOceanVpc DefaultOf(SimulatorStore store, DigitalOceanAccount account, string region)
        => account.Vpcs.Find(vpc => vpc.IsDefault && string.Equals(vpc.Region, region, StringComparison.Ordinal))
            ?? Add(store, account, "default-" + region, region, range: null, isDefault: true);

    private static DigitalOceanVpc Add(SimulatorStore store, DigitalOceanAccount account, string name, string region, string? range, bool isDefault)
    {
        var number = store.NextId("digitalocean-vpc", 0);
        var vpc = new DigitalOceanVpc
        {
            Id = StableId.Guid(string.Create(CultureInfo.InvariantCulture, $"vpc {account.Token} {number}")).ToString(),
            Name = name,
            Region = region,
            Range = range ?? string.Create(CultureInfo.InvariantCulture, $"10.{100 + (number % 100)}.0.0/20"),
            IsDefault = isDefault,
            Created = store.Now,
        };
        account.Vpcs.Add(vpc);
        return vpc;
    }

    private static DigitalOceanVpc Vpc(DigitalOceanCall call)
        => call.Account.Vpcs.Find(vpc => string.Equals(vpc.Id, call.Id, StringComparison.OrdinalIgnoreCase)) ?? throw DigitalOceanErrors.NotFound(call);
}

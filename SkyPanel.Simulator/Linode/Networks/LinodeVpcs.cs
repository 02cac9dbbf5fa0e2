using System.Globalization;
using System.Text.RegularExpressions;
using SkyPanel.Simulator.Http;
using SkyPanel.Simulator.Linode.Catalogue;

namespace SkyPanel.Simulator.Linode.Networks;

/// <summary>Private networks; machines are not attached to them here.</summary>
internal static partial class LinodeVpcs
{
    public static Answer List(LinodeCall call) => LinodePage.Of(call, call.Account.Vpcs, vpc => vpc.ToWire(), "description", "id", "label", "region");

    public static Answer Get(LinodeCall call) => Answer.Ok(Vpc(call).ToWire());

    public static Answer Create(LinodeCall call)
    {
        var region = LinodeRegions.Find(call.Body.Text("region"));
        List<(string Reason, string? Field)> errors = [.. VpcRanges.Check(call.Body, region?.Id), .. CheckLabel(call.Body.Text("label"), "label")];
        if (region is null || !region.Can("VPCs"))
        {
            // The vendor's words for a region without this capability are not recorded.
            errors.Add((region is null ? "region is not valid" : "VPCs are not available in this region", "region"));
        }

        var wanted = call.Body.Objects("subnets");
        errors.AddRange(wanted.SelectMany((subnet, index) => CheckLabel(subnet.Text("label"), string.Create(CultureInfo.InvariantCulture, $"subnets[{index}].label"))));
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        var vpc = new LinodeVpc
        {
            Id = call.Store.NextId("linode-vpc", 580_000),
            Label = call.Body.Text("label")!,
            Description = call.Body.Text("description") ?? "",
            Region = region!.Id,
            Ranges = VpcRanges.Wanted(call.Body),
            Created = call.Now,
            Updated = call.Now,
            Subnets = [.. wanted.Select(subnet => Subnet(call, subnet))],
        };
        call.Account.Vpcs.Add(vpc);
        return Answer.Ok(vpc.ToWire());
    }

    public static Answer Update(LinodeCall call)
    {
        var vpc = Vpc(call);
        List<(string Reason, string? Field)> errors = [.. VpcRanges.Check(call.Body, vpc.Region), .. call.Body.Has("label") ? CheckLabel(call.Body.Text("label"), "label") : []];
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        vpc.Label = call.Body.Text("label") ?? vpc.Label;
        vpc.Ranges = VpcRanges.Wanted(call.Body) ?? vpc.Ranges;
        vpc.Description = call.Body.Text("description") ?? vpc.Description;
        vpc.Updated = call.Now;
        return Answer.Ok(vpc.ToWire());
    }

    public static Answer Delete(LinodeCall call)
    {
        call.Account.Vpcs.Remove(Vpc(call));
        return Answer.Ok(new { });
    }

    public static Answer Subnets(LinodeCall call) => LinodePage.Of(call, Vpc(call).Subnets, subnet => subnet.ToWire(), "id", "label");

    public static Answer AddSubnet(LinodeCall call)
    {
        var vpc = Vpc(call);
        var errors = CheckLabel(call.Body.Text("label"), "label").ToList();
        if (errors.Count > 0)
        {
            return LinodeErrors.Many(errors);
        }

        var subnet = Subnet(call, call.Body);
        vpc.Subnets.Add(subnet);
        return Answer.Ok(subnet.ToWire());
    }

    public static Answer Availability(LinodeCall call) => LinodePage.Of(call, LinodeRegions.All, InRegion, "available", "region");

    public static Answer AvailabilityOfRegion(LinodeCall call) => LinodeRegions.Find(call.Id) is { } region ? Answer.Ok(InRegion(region)) : LinodeErrors.NotFound;

    private static object InRegion(LinodeRegion region) => new { region = region.Id, available = region.Can("VPCs"), available_ipv6_prefix_lengths = Array.Empty<int>() };

    private static LinodeSubnet Subnet(LinodeCall call, JsonBody body)
        => new(call.Store.NextId("linode-subnet", 560_000), body.Text("label")!, body.Text("ipv4") ?? "10.0.0.0/24", call.Now);

    private static IEnumerable<(string Reason, string? Field)> CheckLabel(string? label, string field)
        => label is null ? [($"{field} is required", field)] : Allowed().IsMatch(label) ? [] : [("Must only use ASCII letters, numbers, and underscores", field)];

    private static LinodeVpc Vpc(LinodeCall call)
        => call.Account.Vpcs.Find(vpc => string.Equals(vpc.Id.ToString(CultureInfo.InvariantCulture), call.Id, StringComparison.Ordinal))
            ?? throw new RefusedException(LinodeErrors.NotFound);

    /// <summary>Dashes are taken too, whatever the recorded refusal says.</summary>
    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Allowed();
}

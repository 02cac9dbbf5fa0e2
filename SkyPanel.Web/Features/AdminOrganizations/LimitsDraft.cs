using System.Globalization;
using SkyPanel.Core.Data;
using SkyPanel.Core.Organizations;

namespace SkyPanel.Web.Features.AdminOrganizations;

/// <summary>Limits as they are typed, and what is wrong with them.</summary>
public sealed class LimitsDraft
{
    private const int MostInstances = 10_000;
    private const int MostVcpus = 100_000;
    private const decimal MostMonthly = 10_000_000m;

    public string Instances { get; set; } = "";

    public string Vcpus { get; set; } = "";

    public string Monthly { get; set; } = "";

    public static LimitsDraft Of(OrganizationRow row) => new()
    {
        Instances = row.MaxInstances.ToString(CultureInfo.InvariantCulture),
        Vcpus = row.MaxVcpus.ToString(CultureInfo.InvariantCulture),
        Monthly = row.MaxMonthly.ToString(),
    };

    public string? InstancesFault => CountFault(Instances, MostInstances);

    public string? VcpusFault => CountFault(Vcpus, MostVcpus);

    public string? MonthlyFault => Amount(Monthly) is >= 0 and <= MostMonthly ? null : "Give an amount from 0 to 10,000,000, as 200.00.";

    /// <summary>The limits, or null while a field is not as it must be.</summary>
    public OrganizationLimits? Read() => InstancesFault is null && VcpusFault is null && MonthlyFault is null
        ? new OrganizationLimits(Count(Instances)!.Value, Count(Vcpus)!.Value, Money.FromDecimal(Amount(Monthly)!.Value))
        : null;

    private static string? CountFault(string text, int most) =>
        Count(text) is { } count && count <= most ? null : string.Create(CultureInfo.InvariantCulture, $"Give a whole number from 0 to {most:N0}.");

    private static int? Count(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    private static decimal? Amount(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}

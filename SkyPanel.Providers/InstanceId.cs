using System.Globalization;
using SkyPanel.Core.Providers;
using SkyPanel.Providers.Http;

namespace SkyPanel.Providers;

/// <summary>
/// Instance ids of both vendors are integers. Nothing else is put into a path: an empty or crafted id would address another resource,
/// and a DELETE of a collection removes more than one machine.
/// </summary>
internal static class InstanceId
{
    /// <exception cref="ProviderException">InstanceNotFound when it cannot be an id.</exception>
    public static string Require(string id)
        => TryParse(id) is not null
            ? id
            : throw ErrorNormalizer.Refuse(ProviderErrorCode.InstanceNotFound, "The stored instance id is no number");

    /// <summary>Null when it cannot be an id of either vendor.</summary>
    public static long? TryParse(string id)
        => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

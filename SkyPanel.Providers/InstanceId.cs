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
        => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? id
            : throw ErrorNormalizer.Refuse(ProviderErrorCode.InstanceNotFound, "The stored instance id is no number");

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}

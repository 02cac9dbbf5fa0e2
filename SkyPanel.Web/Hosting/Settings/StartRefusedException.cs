using Microsoft.Extensions.Options;
using SkyPanel.Core.Data;

namespace SkyPanel.Web.Hosting.Settings;

/// <summary>The panel will not start; the message tells the operator all that must be changed.</summary>
public sealed class StartRefusedException(string message) : Exception(message)
{
    /// <summary>Whether the message alone tells the operator what to do, so that no stack trace is needed.</summary>
    public static bool SaysItAll(Exception exception) =>
        exception is StartRefusedException or DatabaseInUseException or OptionsValidationException;
}

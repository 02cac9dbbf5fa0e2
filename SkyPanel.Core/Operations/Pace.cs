namespace SkyPanel.Core.Operations;

/// <summary>How long to wait before asking after an accepted change again: briskly at first, since someone is watching, then slower.</summary>
internal static class Pace
{
    private const int BriskChecks = 15;
    private const int Slowest = 10;

    public static TimeSpan Next(Operation operation, OperationOptions options) =>
        options.ConfirmPoll * Math.Clamp(operation.Checks - BriskChecks, 1, Slowest);
}

using SkyPanel.Core.Operations;

namespace SkyPanel.Core.Instances.Create;

/// <summary>What a create was asked with beyond what stands on its instance: the chosen keys as they were then, one a line.</summary>
internal static class CreateInput
{
    public static string Write(IReadOnlyList<string> keys) => string.Join('\n', keys);

    public static IReadOnlyList<string> Keys(Operation operation) =>
        (operation.Input ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

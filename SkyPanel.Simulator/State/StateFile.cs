using System.Text.Json;

namespace SkyPanel.Simulator.State;

/// <summary>Reads and replaces the state file. A reader, or a crash, sees the old file or the new one and never half of it.</summary>
internal static class StateFile
{
    public static SimulatorState Load(string path)
    {
        if (!File.Exists(path))
        {
            return new SimulatorState();
        }

        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<SimulatorState>(stream) ?? new SimulatorState();
    }

    public static async Task SaveAsync(string path, byte[] json, CancellationToken cancellationToken)
    {
        var draft = path + ".new";
        await File.WriteAllBytesAsync(draft, json, cancellationToken);
        File.Move(draft, path, overwrite: true);
    }
}

using System.Globalization;
using System.Reflection;

namespace SkyPanel.Simulator.Http;

/// <summary>A tab-separated catalogue file inside the assembly: comments, a line of column names, then rows; "-" is an empty cell.</summary>
internal static class EmbeddedTable
{
    public static IReadOnlyList<TableRow> Read(string name)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(candidate => string.Equals(candidate.Replace('\\', '/'), name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var lines = reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToList();
        return [.. lines.Skip(1).Select(cells => new TableRow(lines[0], cells))];
    }
}

/// <summary>One row, its cells by column name.</summary>
internal sealed class TableRow(string[] columns, string[] cells)
{
    /// <summary>Empty where the row ends before the column.</summary>
    public string this[string column] => cells.ElementAtOrDefault(Array.IndexOf(columns, column)) is { } cell && !string.Equals(cell, "-", StringComparison.Ordinal) ? cell : "";

    public int Int(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    public decimal Decimal(string column) => decimal.Parse(this[column], CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Words(string column) => this[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

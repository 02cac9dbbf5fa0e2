namespace SkyPanel.Simulator.Control;

/// <summary>One request as it was answered. The token is told by its first letters and a hash, never in full.</summary>
/// <param name="Status">0 when the connection was cut without an answer.</param>
internal sealed record LoggedRequest(
    long Number, DateTimeOffset At, string Vendor, string Method, string Path, string Template, string TokenPrefix, string TokenHash, int Status, string? Fault);

/// <summary>The latest requests, and how many there were of each method, path template and status since the last clearing.</summary>
internal sealed class RequestLog
{
    private const int Kept = 5000;
    private readonly Lock _gate = new();
    private readonly Queue<LoggedRequest> _latest = new();
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _number;

    public void Add(LoggedRequest request)
    {
        lock (_gate)
        {
            _latest.Enqueue(request with { Number = ++_number });
            if (_latest.Count > Kept)
            {
                _latest.Dequeue();
            }

            var key = $"{request.Method} {request.Template}";
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    public (long Total, IReadOnlyDictionary<string, long> Counts, IReadOnlyList<LoggedRequest> Latest) Read()
    {
        lock (_gate)
        {
            return (_number, new Dictionary<string, long>(_counts, StringComparer.Ordinal), [.. _latest]);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _latest.Clear();
            _counts.Clear();
            _number = 0;
        }
    }
}

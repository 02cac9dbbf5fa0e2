namespace SkyPanel.Providers.Http;

/// <summary>
/// Keeps repeated tries to a share of calls, so that a vendor's outage is not answered with a multiple of our usual traffic.
/// A handful may always be saved up: a rare failure is repeated in full.
/// </summary>
internal sealed class RetryBudget(double share)
{
    private const double MostSaved = 10;
    private readonly Lock _gate = new();
    private double _saved = MostSaved;

    public void CountCall()
    {
        lock (_gate)
        {
            _saved = Math.Min(MostSaved, _saved + share);
        }
    }

    public bool HasSome
    {
        get
        {
            lock (_gate)
            {
                return _saved >= 1;
            }
        }
    }

    public void Spend()
    {
        lock (_gate)
        {
            _saved = Math.Max(0, _saved - 1);
        }
    }
}

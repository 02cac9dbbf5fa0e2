namespace SkyPanel.Providers.Http.Limits;

/// <summary>
/// How many calls a vendor last said are left. It knows of callers that we do not: another process, a script with the same token.
/// </summary>
internal sealed class VendorCount(RateHeaderMeaning meaning, int left, DateTimeOffset until, DateTimeOffset forgetAt)
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(1);
    private int _left = left;

    public DateTimeOffset Until { get; private set; } = until;

    public int Left(DateTimeOffset now)
    {
        for (; meaning == RateHeaderMeaning.OldestCall && Until <= now; Until += Probe)
        {
            // One call is free for certain. Its answer tells the rest; without one, another is tried a second later.
            _left++;
        }

        return _left;
    }

    public bool IsOver(DateTimeOffset now) => now >= (meaning == RateHeaderMeaning.Window ? Until : forgetAt);

    public void Take() => _left--;

    public void GiveBack() => _left++;
}

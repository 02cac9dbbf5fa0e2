using SkyPanel.Core.Providers;

namespace SkyPanel.Core.Catalog;

/// <summary>What happens when an account does not answer: the next one is asked.</summary>
internal static class CatalogueFallback
{
    public static async Task<T> FirstAnswerAsync<T>(IEnumerable<Guid> accounts, Func<Guid, Task<T>> read)
    {
        var reasons = new List<string>();
        foreach (var account in accounts)
        {
            try
            {
                return await read(account);
            }
            catch (ProviderException ex)
            {
                reasons.Add(ex.Message);
            }
        }

        throw new ProviderException(NoneAnswers(reasons));
    }

    public static ProviderError NoneAnswers(IEnumerable<string> reasons) => new(
        ProviderErrorCode.Unavailable,
        "This provider's offer cannot be read at the moment. Try again in a minute.",
        $"No account answers: {string.Join("; ", reasons)}",
        Retryable: true);
}

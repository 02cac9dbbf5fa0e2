using SkyPanel.Core.Providers;

namespace SkyPanel.Providers.Http;

/// <summary>One page of a listing.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Next">The number of the next page, or null on the last.</param>
/// <param name="Total">How many items the whole listing has, if it tells.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, int? Next, int? Total);

/// <summary>Reads a listing to its end. Either all of it or an exception.</summary>
internal static class Paging
{
    private const int MostPages = 2000;

    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        Func<int, Task<Page<T>>> read, Func<T, object> identity)
    {
        var items = new Dictionary<object, T>();
        for (var (number, pages) = (1, 0); pages < MostPages; pages++)
        {
            var page = await read(number);
            var before = items.Count;
            foreach (var item in page.Items)
            {
                items[identity(item)] = item;
            }

            if (page.Next is not { } next)
            {
                return [.. items.Values];
            }

            if (next <= number || items.Count == before)
            {
                return Stopped(page, items);
            }

            number = next;
        }

        throw Incomplete("it has too many pages");
    }

    /// <summary>The listing goes round in circles: good enough if we have all that it claims to hold.</summary>
    private static IReadOnlyList<T> Stopped<T>(Page<T> page, Dictionary<object, T> items)
        => page.Total <= items.Count ? [.. items.Values] : throw Incomplete($"its pages do not advance after {items.Count} items");

    private static ProviderException Incomplete(string why)
        => ErrorNormalizer.Refuse(ProviderErrorCode.ApiError, $"A listing could not be read to its end: {why}");
}

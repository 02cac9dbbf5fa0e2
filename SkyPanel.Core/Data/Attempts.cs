using Microsoft.EntityFrameworkCore;

namespace SkyPanel.Core.Data;

/// <summary>For changes that mean the same whoever else changed the row meanwhile: done again on what stands there now.</summary>
internal static class Attempts
{
    private const int Most = 10;

    /// <summary>Tries until the change meets no other, each time in a unit of work of its own.</summary>
    public static async Task<T> UntilSavedAsync<T>(Func<Task<T>> attempt)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt();
            }
            catch (DbUpdateConcurrencyException) when (tries < Most)
            {
                // Somebody else saved between our reading and our writing.
            }
        }
    }
}

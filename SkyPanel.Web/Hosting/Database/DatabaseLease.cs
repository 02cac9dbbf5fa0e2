using SkyPanel.Core.Data;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Hosting.Database;

/// <summary>Holds the database for this process, so that no second one opens an embedded file; ends with the host.</summary>
internal sealed class DatabaseLease(IAsyncDisposable hold) : IAsyncDisposable
{
    /// <summary>Takes the configured database before anything else of the panel starts.</summary>
    /// <exception cref="DatabaseInUseException">Another process has it.</exception>
    public static async Task<DatabaseLease> TakeAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var options = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        if (options.Provider.Length == 0 || options.ConnectionString.Length == 0)
        {
            throw new StartRefusedException("SkyPanel does not start: Database:Provider or Database:ConnectionString is missing.");
        }

        var lease = new DatabaseLease(await DatabaseRegistry.Get(options.Provider).OpenAsync(options.ConnectionString, cancellationToken));

        // By a factory, so that the container owns it and lets go of the file when the host ends.
        builder.Services.AddSingleton(_ => lease);
        return lease;
    }

    public ValueTask DisposeAsync() => hold.DisposeAsync();
}

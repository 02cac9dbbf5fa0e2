using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SkyPanel.Core.Data.Failpoints;

/// <summary>Makes each command that goes to the database a point, <c>database.command</c>, so that a crash can fall between any two of them.</summary>
internal sealed class FailpointCommands(IFailpoints failpoints) : DbCommandInterceptor
{
    private const string Point = "database.command";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await failpoints.HitAsync(Point, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await failpoints.HitAsync(Point, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await failpoints.HitAsync(Point, cancellationToken);
        return result;
    }
}

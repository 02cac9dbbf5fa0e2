using SkyPanel.Core.Data;

namespace SkyPanel.Core.Operations;

/// <summary>Takes one kind of operation one short step further.</summary>
internal interface IOperationHandler
{
    IReadOnlyCollection<OperationKind> Kinds { get; }

    /// <summary>
    /// Does one step. Before each side effect it saves through the step, which fails when the claim is lost; when it returns, the operation
    /// is finished or has a new due time.
    /// </summary>
    Task StepAsync(OperationStep step, CancellationToken cancellationToken);
}

/// <summary>One operation under a claim, and the unit of work that its changes are saved with.</summary>
internal sealed class OperationStep(SkyPanelDbContext db, Operation operation, OperationOptions options, TimeProvider time)
{
    public SkyPanelDbContext Db => db;

    public Operation Operation => operation;

    public OperationOptions Options => options;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Saves what changed, if the claim still holds.</summary>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">It does not: another worker has the operation. Do nothing more.</exception>
    public Task SaveAsync(CancellationToken cancellationToken) => db.SaveChangesAsync(cancellationToken);
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SkyPanel.Core.Operations;

/// <summary>Renews claims while their steps run, and stops the step whose claim is lost.</summary>
internal sealed class LeaseKeeper(
    OperationClaims claims, IOptions<OperationOptions> options, TimeProvider time, ILogger<LeaseKeeper> logger)
{
    public KeptLease Keep(Claim claim, CancellationToken cancellationToken) =>
        new(this, claim, options.Value.LeaseRenewal, options.Value.Lease, time, cancellationToken);

    /// <summary>A claim that is renewed until disposed. Its token is cancelled when the claim can no longer be trusted.</summary>
    internal sealed class KeptLease : IDisposable
    {
        private readonly LeaseKeeper _keeper;
        private readonly Claim _claim;
        private readonly TimeSpan _lease;
        private readonly TimeProvider _time;
        private readonly CancellationTokenSource _source;
        private readonly ITimer _timer;
        private DateTimeOffset _goodUntil;

        public KeptLease(
            LeaseKeeper keeper, Claim claim, TimeSpan renewal, TimeSpan lease, TimeProvider time, CancellationToken cancellationToken)
        {
            (_keeper, _claim, _lease, _time) = (keeper, claim, lease, time);
            _goodUntil = time.GetUtcNow() + lease;
            _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Token = _source.Token;
            _timer = time.CreateTimer(_ => _ = RenewAsync(), null, renewal, renewal);
        }

        public CancellationToken Token { get; }

        public void Dispose()
        {
            _timer.Dispose();
            _source.Dispose();
        }

        private async Task RenewAsync()
        {
            try
            {
                var startedAt = _time.GetUtcNow();
                if (await _keeper.RenewAsync(_claim, Token))
                {
                    _goodUntil = startedAt + _lease;
                    return;
                }

                await _source.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // The step ended while its claim was being renewed.
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                await GiveUpWhenOverAsync(ex);
            }
            catch (OperationCanceledException)
            {
                // Stopping.
            }
        }

        private async Task GiveUpWhenOverAsync(Exception exception)
        {
            _keeper.Warn(_claim, exception);
            if (_time.GetUtcNow() >= _goodUntil)
            {
                await _source.CancelAsync();
            }
        }
    }

    private Task<bool> RenewAsync(Claim claim, CancellationToken cancellationToken) => claims.RenewAsync(claim, cancellationToken);

    private void Warn(Claim claim, Exception exception) =>
        logger.LogWarning(exception, "The claim on operation {OperationId} could not be renewed", claim.OperationId);
}

using Microsoft.Extensions.Options;
using SkyPanel.Core.Alerts;
using SkyPanel.Core.News;
using SkyPanel.Web.Hosting.Mail;
using SkyPanel.Web.Hosting.Settings;

namespace SkyPanel.Web.Features.AdminOverview;

/// <summary>Writes to the admins about alerts, once each. News wakes it; it also looks by itself, so lost news costs a minute.</summary>
internal sealed class AlertMailDelivery(
    AlertMails alerts, IMailSender mail, INewsBus news, IOptions<PanelHostOptions> options, TimeProvider time, ILogger<AlertMailDelivery> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _wake = new(0, 1);

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = news.Subscribe(NewsTopic.Staff, _ => Task.FromResult(Wake()));
        while (!stoppingToken.IsCancellationRequested)
        {
            await DeliverAsync(stoppingToken);
            await WaitAsync(stoppingToken);
        }
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var owed in await alerts.TakeAsync(cancellationToken))
            {
                var link = options.Value.PublicAddress is { } root ? new Uri(root, AlertWords.Path(owed.Kind, owed.SubjectId)) : null;
                await mail.SendAsync(new PanelMail(owed.To, $"{owed.Kind.Word()}: something needs you", owed.Text, link), cancellationToken);
            }
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(ex, "Mails about alerts could not be prepared; trying again in {Wait}", Between);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(Between, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            await _wake.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to stop; the loop knows which.
        }
    }

    private bool Wake()
    {
        try
        {
            return _wake.CurrentCount == 0 && _wake.Release() == 0;
        }
        catch (Exception ex) when (ex is SemaphoreFullException or ObjectDisposedException)
        {
            return false;
        }
    }
}

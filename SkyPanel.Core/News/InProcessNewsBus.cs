using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SkyPanel.Core.News;

/// <summary>News within one process.</summary>
internal sealed class InProcessNewsBus(ILogger<InProcessNewsBus> logger) : INewsBus
{
    private readonly ConcurrentDictionary<NewsTopic, ConcurrentDictionary<Subscription, byte>> _topics = new();

    public void Publish(NewsItem item)
    {
        if (!_topics.TryGetValue(item.Topic, out var subscriptions))
        {
            return;
        }

        foreach (var subscription in subscriptions.Keys)
        {
            _ = Task.Run(() => DeliverAsync(subscription, item));
        }
    }

    public IDisposable Subscribe(NewsTopic topic, Func<NewsItem, Task> handler)
    {
        var subscription = new Subscription(this, topic, handler);
        _topics.GetOrAdd(topic, _ => new()).TryAdd(subscription, 0);
        return subscription;
    }

    private async Task DeliverAsync(Subscription subscription, NewsItem item)
    {
        try
        {
            await subscription.Handler(item);
        }
        catch (Exception ex)
        {
            logger.LogWarning(ex, "A listener to {Topic} failed", item.Topic.Value);
        }
    }

    private sealed class Subscription(InProcessNewsBus bus, NewsTopic topic, Func<NewsItem, Task> handler) : IDisposable
    {
        public Func<NewsItem, Task> Handler => handler;

        public void Dispose()
        {
            if (bus._topics.TryGetValue(topic, out var subscriptions))
            {
                subscriptions.TryRemove(this, out _);
            }
        }
    }
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SkyPanel.Core.Providers;
using SkyPanel.Web.Components.Shared;

namespace SkyPanel.Tests.Web.Components.Shared;

public sealed class SharedComponentTests : BunitContext
{
    private static readonly ProviderError RateLimited = new(
        ProviderErrorCode.RateLimited, "Busy. Wait a little.", "429 slow down", Retryable: true, RetryAfter: TimeSpan.FromSeconds(80), ProviderRequestId: "req-1");

    [Fact]
    public void StatusDot_OfAnInstance_SaysTheWordBesideTheColour()
    {
        var dot = Render<StatusDot>(x => x.Add(p => p.Status, InstanceStatus.Running));

        Assert.Equal("Running", dot.Find(".status--success").TextContent.Trim());
    }

    [Fact]
    public void StatusDot_OfSomethingElse_TakesToneAndText()
    {
        var dot = Render<StatusDot>(x => x.Add(p => p.Tone, StatusTone.Warning).Add(p => p.Text, "Draining"));

        Assert.Equal("Draining", dot.Find(".status--warning").TextContent.Trim());
    }

    [Fact]
    public void ErrorDisplay_ForCustomers_KeepsTheVendorsWordsBack()
    {
        var panel = Render<ProviderErrorDisplay>(x => x.Add(p => p.Error, RateLimited));

        Assert.Contains("Busy. Wait a little.", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("1 min 20 s", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("req-1", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("429 slow down", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorDisplay_ForAdmins_ShowsTheVendorsWords()
    {
        var panel = Render<ProviderErrorDisplay>(x => x.Add(p => p.Error, RateLimited).Add(p => p.ShowAdminText, value: true));

        Assert.Contains("429 slow down", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorDisplay_PlainText_QuotesOurReference()
    {
        var panel = Render<ProviderErrorDisplay>(x => x.Add(p => p.Text, "Failed.").Add(p => p.Reference, "ab12"));

        Assert.Equal("Failed.", panel.Find(".error-panel-what").TextContent);
        Assert.Equal("ab12", panel.Find("[data-copy]").GetAttribute("data-copy"));
    }

    [Fact]
    public void CopyText_WithHostileValue_StaysText()
    {
        var copy = Render<CopyText>(x => x.Add(p => p.Value, "<script>\"x").Add(p => p.Label, "key"));

        Assert.Equal("<script>\"x", copy.Find("button").GetAttribute("data-copy"));
        Assert.Equal("Copy key", copy.Find("button").GetAttribute("aria-label"));
        Assert.Empty(copy.FindAll("script"));
    }

    [Fact]
    public void Fact_WithoutValue_ShowsADash() =>
        Assert.Equal("—", Render<Fact>(x => x.Add(p => p.Name, "Region")).Find("dd").TextContent.Trim());

    [Fact]
    public void RelativeTime_OnHover_TellsTheExactMoment()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero));
        Services.AddSingleton<TimeProvider>(time);

        var element = Render<RelativeTime>(x => x.Add(p => p.At, time.GetUtcNow().AddMinutes(-5))).Find("time");

        Assert.Equal("5 min ago", element.TextContent);
        Assert.Equal("14 Mar 2026, 11:55:00 UTC", element.GetAttribute("title"));
    }
}

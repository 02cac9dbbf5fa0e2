using System.Net;
using SkyPanel.Core.Providers;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeFindByMarkTests
{
    private static readonly MarkQuery Query = new(ProviderBench.Mark, "web-1", "p", "r", DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Find_AsksByLabelAndByTag()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"data":[],"page":1,"pages":1,"results":0}""");
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.Linode).FindByMarkAsync(Query, ProviderBench.Cancellation);

        Assert.True(found.IsClean);
        Assert.Equal(
            [$$"""{"label":"{{ProviderBench.Mark}}"}""", $$"""{"tags":"{{ProviderBench.Mark}}"}"""],
            wire.Sent.Select(x => x.Headers["X-Filter"]),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Find_FilterIgnored_TakesOnlyWhatCarriesTheMark()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, $$"""
            {"data":[{"id":1,"label":"{{ProviderBench.Mark}}","status":"running"},{"id":2,"label":"other","status":"running"},
                     {"id":3,"label":"renamed","tags":["x","{{ProviderBench.Mark}}"],"status":"offline"}],"page":1,"pages":1,"results":3}
            """);
        await using var bench = new ProviderBench(wire);

        var found = await bench.For(ProviderBench.Linode).FindByMarkAsync(Query, ProviderBench.Cancellation);

        Assert.Equal(["1", "3"], found.Marked.Select(x => x.Id), StringComparer.Ordinal);
        Assert.Empty(found.Suspects);
    }

    [Fact]
    public async Task Find_SecondPageFails_Throws()
    {
        using var wire = new WireStub(x => x.PathAndQuery.Contains("page=2", StringComparison.Ordinal)
            ? WireStub.Answer(HttpStatusCode.BadGateway)
            : WireStub.Json("""{"data":[{"id":1,"label":"a"}],"page":1,"pages":2,"results":2}"""));
        await using var bench = new ProviderBench(wire);

        await Assert.ThrowsAsync<ProviderException>(() => bench.For(ProviderBench.Linode).FindByMarkAsync(Query, ProviderBench.Cancellation));
    }
}

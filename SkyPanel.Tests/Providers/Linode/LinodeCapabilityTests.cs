using System.Net;
using System.Text.Json;
using SkyPanel.Core.Providers;
using SkyPanel.Core.Providers.Capabilities;
using SkyPanel.Tests.Support;

namespace SkyPanel.Tests.Providers.Linode;

public sealed class LinodeCapabilityTests
{
    private const string Script =
        """
        {"id":42,"label":"Blog","description":"Installs a blog.","username":"someone","mine":true,"images":["linode/debian12"],"user_defined_fields":[
          {"name":"heading","label":"Database","header":"Yes"},
          {"name":"db_password","label":"For the database"},
          {"name":"TOKEN2","label":"API token","default":"none"},
          {"name":"engine","label":"Engine","oneof":"mariadb, postgres","default":"mariadb"},
          {"name":"extras","label":"Extras","manyof":"a,b","example":"a"},
          {"name":"port","label":"Port","default":8080}]}
        """;

    [Fact]
    public async Task Scripts_Fields_AreQuestionsWithSecretsMarked()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, Script);
        await using var bench = new ProviderBench(wire);

        var script = await Scripts(bench).FindScriptAsync("42", ProviderBench.Cancellation);

        Assert.Equal(("42", "Blog", "someone", true), (script!.Id, script.Name, script.Author, script.IsOwn));
        Assert.Equal((true, false), (script.RunsOn("linode/debian12"), script.RunsOn("linode/debian13")));
        Assert.Equal(["db_password", "TOKEN2", "engine", "extras", "port"], script.Fields.Select(x => x.Name));
        Assert.Equal([true, true, false, false, false], script.Fields.Select(x => x.IsSecret));
        Assert.Equal([true, false, false, true, false], script.Fields.Select(x => x.IsRequired));
        Assert.Equal(["mariadb", "postgres"], script.Fields[2].Choices);
        Assert.Equal((true, "a"), (script.Fields[3].Several, script.Fields[3].Example));
        Assert.Equal("8080", script.Fields[4].Default);
    }

    [Theory]
    [InlineData("""["any/all"]""")]
    [InlineData("null")]
    public async Task Scripts_ForAnyImage_RunOnAll(string images)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, $$"""{"id":1,"images":{{images}}}""");
        await using var bench = new ProviderBench(wire);

        Assert.True((await Scripts(bench).FindScriptAsync("1", ProviderBench.Cancellation))!.RunsOn("whatever"));
    }

    [Fact]
    public async Task Scripts_Lists_AreFilteredAtTheVendor()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"data":[],"page":1,"pages":1,"results":0}""");
        await using var bench = new ProviderBench(wire);

        await Scripts(bench).ListOwnScriptsAsync(ProviderBench.Cancellation);
        await Scripts(bench).SearchPublicScriptsAsync("blog", ProviderBench.Cancellation);
        await Assert.ThrowsAsync<ProviderException>(() => Scripts(bench).SearchPublicScriptsAsync(" bl ", ProviderBench.Cancellation));

        Assert.Equal(["""{"mine":true}""", """{"is_public":true,"label":{"\u002Bcontains":"blog"}}"""], wire.Sent.Select(x => x.Headers["X-Filter"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../profile")]
    public async Task Scripts_IdThatIsNone_IsNotAsked(string id)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, Script);
        await using var bench = new ProviderBench(wire);

        Assert.Null(await Scripts(bench).FindScriptAsync(id, ProviderBench.Cancellation));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Scripts_AsRecorded_AreRead()
    {
        using var recording = await ContractData.JsonAsync("linode/catalog/stackscripts.json", ProviderBench.Cancellation);
        using var wire = WireStub.Always(HttpStatusCode.OK, Page(recording.RootElement.GetProperty("data").GetRawText()));
        await using var bench = new ProviderBench(wire);

        var scripts = await Scripts(bench).ListOwnScriptsAsync(ProviderBench.Cancellation);

        Assert.Equal(8, scripts.Count);
        Assert.Contains(scripts.SelectMany(x => x.Fields), x => x is { Name: "WINDOWS_PASSWORD", IsSecret: true });
    }

    [Fact]
    public async Task Vpcs_EachSubnet_IsOneToChoose()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, Page(
            """
            [{"id":1,"label":"net","region":"us-ord","vpc_type":"regular","subnets":[{"id":10,"label":"front","ipv4":"10.0.0.0/24"},{"id":11,"label":"back","ipv4":null}]},
             {"id":2,"label":"empty","region":"us-ord","subnets":[]},{"id":3,"label":"fast","region":"us-ord","vpc_type":"rdma","subnets":[{"id":12}]}]
            """));
        await using var bench = new ProviderBench(wire);

        var vpcs = await bench.For(ProviderBench.Linode).Capability<IVpcs>()!.ListVpcsAsync(ProviderBench.Cancellation);

        Assert.Equal([new ProviderVpc("10", "net / front", "us-ord", "10.0.0.0/24", false), new ProviderVpc("11", "net / back", "us-ord", null, false)], vpcs);
    }

    [Fact]
    public async Task Vpcs_AsRecorded_AreRead()
    {
        using var recording = await ContractData.JsonAsync("linode/recorded/TestVPC_List.json", ProviderBench.Cancellation);
        var body = recording.RootElement.GetProperty("interactions").EnumerateArray().First(x => x.GetProperty("method").GetString() == "GET").GetProperty("response_body");
        using var wire = WireStub.Always(HttpStatusCode.OK, body.GetRawText());
        await using var bench = new ProviderBench(wire);

        Assert.NotNull(await bench.For(ProviderBench.Linode).Capability<IVpcs>()!.ListVpcsAsync(ProviderBench.Cancellation));
    }

    [Fact]
    public async Task Tags_AddAndRemove_KeepTheOthersAndOurMark()
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, $$"""{"id":7,"tags":["{{ProviderBench.Mark}}","shop"]}""");
        await using var bench = new ProviderBench(wire);
        var tags = bench.For(ProviderBench.Linode).Capability<ITagging>()!;

        await tags.AddTagAsync("7", "web", ProviderBench.Cancellation);
        await tags.AddTagAsync("7", "shop", ProviderBench.Cancellation);
        await tags.RemoveTagAsync("7", "shop", ProviderBench.Cancellation);
        await tags.RemoveTagAsync("7", "other", ProviderBench.Cancellation);

        Assert.Equal(
            [$$"""{"tags":["{{ProviderBench.Mark}}","shop","web"]}""", $$"""{"tags":["{{ProviderBench.Mark}}"]}"""],
            wire.Sent.Where(x => x.Method == "PUT").Select(x => x.Body));
    }

    [Theory]
    [InlineData("linode", "sp-0123456789abcdef0123456789abcdef")]
    [InlineData("linode", "SP-0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("digitalocean", "sp-0123456789abcdef0123456789abcdef")]
    [InlineData("digitalocean", "")]
    [InlineData("digitalocean", "a/b")]
    [InlineData("digitalocean", "two words")]
    public async Task Tags_OurMarksAndOddOnes_AreRefusedUnsent(string type, string tag)
    {
        using var wire = WireStub.Always(HttpStatusCode.OK, """{"id":7,"tags":[]}""");
        await using var bench = new ProviderBench(wire);
        var tags = bench.For(new ProviderType(type)).Capability<ITagging>()!;

        var added = await ProviderBench.TryAsync(() => tags.AddTagAsync("7", tag, ProviderBench.Cancellation));
        var removed = await ProviderBench.TryAsync(() => tags.RemoveTagAsync("7", tag, ProviderBench.Cancellation));

        Assert.Equal((ProviderErrorCode.Validation, ProviderErrorCode.Validation), (added!.Code, removed!.Code));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task Validate_TokenListed_TellsScopesAndExpiry()
    {
        using var wire = new WireStub(x => x.PathAndQuery switch
        {
            "/v4/profile" => WireStub.Answer(HttpStatusCode.OK, """{"username":"ops"}""", headers: ("X-OAuth-Scopes", "account:read_only linodes:read_write")),
            "/v4/profile/tokens?page=1&page_size=500" => WireStub.Json(Page(
                """[{"id":1,"token":"another-one-here","expiry":"2027-01-01T00:00:00"},{"id":2,"token":"tok3n-that-must-","expiry":"2026-12-24T18:00:00"}]""")),
            _ => WireStub.Json(Page("[]")),
        });
        await using var bench = new ProviderBench(wire);

        var account = await bench.For(ProviderBench.Linode).ValidateCredentialsAsync(ProviderBench.Cancellation);

        Assert.Equal(["account:read_only", "linodes:read_write"], account.Scopes);
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 18, 0, 0, TimeSpan.Zero), account.ExpiresAt);
    }

    [Theory]
    [InlineData("linodes:read_write", 0)]
    [InlineData("*", 1)]
    public async Task Validate_ExpiryNotTold_IsNoReasonToRefuse(string scopes, int asked)
    {
        using var wire = new WireStub(x => x.PathAndQuery switch
        {
            "/v4/profile" => WireStub.Answer(HttpStatusCode.OK, """{"username":"ops"}""", headers: ("X-OAuth-Scopes", scopes)),
            var path when path.StartsWith("/v4/profile/tokens", StringComparison.Ordinal) => WireStub.Answer(HttpStatusCode.Forbidden, """{"errors":[{"reason":"Unauthorized"}]}"""),
            _ => WireStub.Json(Page("[]")),
        });
        await using var bench = new ProviderBench(wire);

        Assert.Null((await bench.For(ProviderBench.Linode).ValidateCredentialsAsync(ProviderBench.Cancellation)).ExpiresAt);
        Assert.Equal(asked, wire.Sent.Count(x => x.PathAndQuery.Contains("tokens", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Plans_Backups_ArePricedByRegion()
    {
        using var types = await ContractData.JsonAsync("linode/catalog/types.json", ProviderBench.Cancellation);
        var data = types.RootElement.GetProperty("data").GetRawText();
        using var wire = new WireStub(x => WireStub.Json(Page(x.PathAndQuery.Contains("types", StringComparison.Ordinal) ? data : "[]")));
        await using var bench = new ProviderBench(wire);

        var plans = await bench.For(ProviderBench.Linode).ListPlansAsync(ProviderBench.Cancellation);

        var backups = plans.Single(x => x.Id == "g6-nanode-1").AddOns[DeploymentOption.Backups];
        Assert.Equal((2.0m, 2.4m, 2.8m), (backups.CostIn("eu-central").Monthly.Amount, backups.CostIn("id-cgk").Monthly.Amount, backups.CostIn("br-gru").Monthly.Amount));
        Assert.Contains(plans, x => x is { Class: PlanClass.Gpu, Gpus: 4 });
    }

    private static IStackScriptCatalog Scripts(ProviderBench bench) => bench.For(ProviderBench.Linode).Capability<IStackScriptCatalog>()!;

    private static string Page(string data) => $$"""{"data":{{data}},"page":1,"pages":1}""";
}

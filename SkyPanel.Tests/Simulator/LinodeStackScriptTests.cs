using System.Net;

namespace SkyPanel.Tests.Simulator;

public sealed class LinodeStackScriptTests : IAsyncLifetime
{
    private const string Mine = """{"label":"mine","images":["linode/debian12"],"script":"#!/bin/bash\n# <UDF name=\"admin_password\" label=\"Admin\" />\n# <UDF name=\"size\" label=\"Size\" oneof=\"s,m\" default=\"s\" example=\"m\" />"}""";
    private SimulatorHost _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await SimulatorHost.StartAsync();

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task Create_ReadsTheQuestionsFromTheScript()
    {
        var made = await _simulator.PostAsync("/v4/linode/stackscripts", Mine);

        Assert.Equal(
            """[{"name":"admin_password","label":"Admin"},{"name":"size","label":"Size","default":"s","example":"m","oneof":"s,m"}]""",
            made.At("user_defined_fields").GetRawText());
        Assert.True(made.At("mine").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync("/v4/linode/stackscripts/" + made.TextAt("id"), token: "two")).Status);
    }

    [Fact]
    public async Task Own_AreChangedAndDeletedAndOthersAreNot()
    {
        var id = (await _simulator.PostAsync("/v4/linode/stackscripts", Mine)).TextAt("id");

        var changed = await _simulator.PutAsync("/v4/linode/stackscripts/" + id, """{"label":"renamed","rev_note":"two"}""");

        Assert.Equal(("renamed", "two"), (changed.TextAt("label"), changed.TextAt("rev_note")));
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.PutAsync("/v4/linode/stackscripts/900001", """{"label":"taken over"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _simulator.DeleteAsync("/v4/linode/stackscripts/" + id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _simulator.GetAsync("/v4/linode/stackscripts/" + id)).Status);
    }

    [Fact]
    public async Task List_FilteredAsTheVendorsOwnPanelDoes_IsTheMarketplace()
    {
        var apps = await _simulator.GetAsync(
            "/v4/linode/stackscripts", filter: """{"+and":[{"+or":[{"username":"linode-stackscripts"},{"username":"linode"}]},{"label":{"+contains":"One-Click"}}],"+order_by":"ordinal"}""");

        Assert.Equal(4, apps.At("results").GetInt32());
        Assert.All(apps.At("data").EnumerateArray(), app => Assert.EndsWith("One-Click", app.GetProperty("label").GetString(), StringComparison.Ordinal));
        Assert.Equal(0, (await _simulator.GetAsync("/v4/linode/stackscripts", filter: """{"mine":true}""")).At("results").GetInt32());
    }

    [Theory]
    [InlineData("""{"stackscript_id":1}""", "stackscript_id")]
    [InlineData("""{"stackscript_id":900001,"image":"linode/ubuntu24.04"}""", "image")]
    [InlineData("""{"stackscript_id":900002}""", "stackscript_data.db_password")]
    [InlineData("""{"stackscript_id":900002,"stackscript_data":{"db_password":"x","engine":"oracle"}}""", "stackscript_data.engine")]
    [InlineData("""{"stackscript_id":900103,"stackscript_data":{"sudo_username":"me","db_password":"x","extensions":"postgis,nothing"}}""", "stackscript_data.extensions")]
    public async Task Deploy_WithWhatTheScriptDoesNotTake_IsRefused(string part, string field)
    {
        var refused = await DeployAsync(part);

        Assert.Equal((HttpStatusCode.BadRequest, field), (refused.Status, refused.TextAt("errors.0.field")));
    }

    [Fact]
    public async Task Deploy_WithAnswers_KeepsTheirNamesAndNoSecret()
    {
        var made = await DeployAsync("""{"stackscript_id":900002,"stackscript_data":{"db_password":"s3cr3t-answer","engine":"postgres"}}""");

        var seen = await _simulator.GetAsync($"/_control/machines/linode/{made.TextAt("id")}");

        Assert.Equal(("900002", "db_password", "engine"), (seen.TextAt("stackscript_id"), seen.TextAt("stackscript_fields.0"), seen.TextAt("stackscript_fields.1")));
        Assert.DoesNotContain("s3cr3t-answer", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"label":"ab","images":["any/all"],"script":"#!/bin/sh"}""", "label")]
    [InlineData("""{"label":"abc","script":"#!/bin/sh"}""", "images")]
    [InlineData("""{"label":"abc","images":["any/all"],"script":"echo"}""", "script")]
    public async Task Create_ThatIsIncomplete_IsRefused(string body, string field)
        => Assert.Equal(field, (await _simulator.PostAsync("/v4/linode/stackscripts", body)).TextAt("errors.0.field"));

    private Task<Reply> DeployAsync(string part)
    {
        var order = part.Contains("\"image\"", StringComparison.Ordinal) ? part : part.Insert(1, "\"image\":\"linode/debian12\",");
        return _simulator.PostAsync("/v4/linode/instances", order.Insert(1, "\"type\":\"g6-nanode-1\",\"region\":\"us-east\",\"root_pass\":\"thisIsYourRootPassword\","));
    }
}

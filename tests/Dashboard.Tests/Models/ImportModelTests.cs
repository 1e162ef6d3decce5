using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dashboard.Models;

namespace Dashboard.Tests.Models;

public sealed class ImportModelTests(TenThousandCustomers site) : IClassFixture<TenThousandCustomers>
{
    [Theory]
    [MemberData(nameof(TenThousandCustomers.Wishes), MemberType = typeof(TenThousandCustomers))]
    public async Task A_model_that_comes_back_as_a_file_places_as_before_and_can_be_put_to_use(string wish)
    {
        var made = await site.RunAsync(wish);
        var ada = await site.SignedInAsync();

        var run = await TakeInAsync(ada, await FileAsync(made));

        Assert.Equal(await site.PlacedAsync(made), await site.PlacedAsync(run));
        Assert.Equal(HttpStatusCode.OK, (await site.Api().PostAsync($"/api/v1/runs/{run}/activation", null)).StatusCode);
        Assert.Equal(run, (await site.Api().GetJsonAsync("/models/active")).Int("runId"));
        Assert.Contains("model.json, written for", (await ada.OpenAsync($"/models?runId={run}")).Body!.TextContent);
        Assert.Equal(200, (int)(await ada.Client.GetAsync($"/runs/{run}")).StatusCode);
    }

    [Fact]
    public async Task Names_and_actions_come_from_the_file()
    {
        var made = await site.RunAsync(TenThousandCustomers.All[1]);
        var segment = (await site.Api().GetJsonAsync($"/runs/{made}")).Items("segments")[0].Id();
        await site.Api().PatchAsync($"/api/v1/segments/{segment}", new StringContent("""{"name":"Regulars","action":"Say hello"}""", null, "application/json"));

        var run = await TakeInAsync(await site.SignedInAsync(), await FileAsync(made));

        var taken = (await site.Api().GetJsonAsync($"/runs/{run}")).Items("segments")[0];
        Assert.Equal("Regulars", taken.Text("name"));
        Assert.Contains("came with a model from elsewhere", (await (await site.SignedInAsync()).OpenAsync($"/segments/{taken.Id()}")).Body!.TextContent);
    }

    [Theory]
    [InlineData("\"offset\":", "\"offset\":1", "its checksum does not fit")]
    [InlineData("\"formatVersion\":1", "\"formatVersion\":2", "written in version 2 of the format; this site reads version 1")]
    [InlineData("customer segments", "something else", "no model file of this dashboard")]
    [InlineData("}\n", "\n", "cannot be read")]
    public async Task A_file_that_was_changed_or_is_another_one_is_refused_with_the_reason(string part, string instead, string reason)
    {
        var file = (await FileAsync(await site.RunAsync(TenThousandCustomers.All[0]))).Replace(part, instead);

        Assert.Contains(reason, await RefusalAsync(file));
    }

    [Theory]
    [InlineData("place.centres.0", "[1]", "no place among its features")]
    [InlineData("features.0.factor", "0", "cannot be scaled")]
    [InlineData("features.0.name", "\"Other\"", "not those of its settings")]
    [InlineData("segments.0.name", "\"\"", "no or too long names")]
    [InlineData("place.kind", "\"mixture\"", "does not place as its method does")]
    [InlineData("known", "null", "lacks a part")]
    [InlineData("known.low", "[0]", "its ranges")]
    [InlineData("columns.0.name", "\"Height\"", "lacks what the model needs: Height (number)")]
    public async Task A_file_with_a_right_checksum_that_makes_no_sense_is_refused_all_the_same(string part, string instead, string reason)
    {
        var content = JsonNode.Parse(await FileAsync(await site.RunAsync(TenThousandCustomers.All[0])))!["content"]!;
        Put(content, part.Split('.'), JsonNode.Parse(instead));

        Assert.Contains(reason, await RefusalAsync(Signed(content.ToJsonString())));
    }

    [Fact]
    public async Task A_segment_that_nobody_is_in_is_no_segment_here()
    {
        var content = JsonNode.Parse(await FileAsync(await site.RunAsync(TenThousandCustomers.All[0])))!["content"]!;
        Put(content, ["place", "centres", "0"], JsonNode.Parse("[1e9,1e9,1e9]"));

        var run = await TakeInAsync(await site.SignedInAsync(), Signed(content.ToJsonString()), expected: "failed");

        Assert.Contains("None of these customers would be in", (await site.Api().GetJsonAsync($"/runs/{run}")).Text("error"));
    }

    private Task<string> FileAsync(int run) => site.Api().GetStringAsync($"/api/v1/runs/{run}/model.json");

    private async Task<int> TakeInAsync(Visitor visitor, string file, string expected = "completed")
    {
        var run = int.Parse((await SendAsync(visitor, file)).Headers.Location!.OriginalString.Split('/')[2]);
        var ended = await site.Api().WaitAsync($"/runs/{run}");
        Assert.True(ended.Text("status") == expected, ended.Text("error"));
        return run;
    }

    private async Task<string> RefusalAsync(string file) => await Visitor.TextAsync(await SendAsync(await site.SignedInAsync(), file));

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string file) => await visitor.Client.PostAsync("/models/import", new MultipartFormDataContent
    {
        { new StringContent(await visitor.TokenAsync("/models/import")), "__RequestVerificationToken" },
        { new StringContent("1"), "datasetId" },
        { new StringContent(file), "file", "model.json" },
    });

    private static void Put(JsonNode node, string[] path, JsonNode? value)
    {
        foreach (var step in path[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(step)]! : node[step]!;
        }
        if (node is JsonArray array)
        {
            array[int.Parse(path[^1])] = value;
        }
        else
        {
            node[path[^1]] = value;
        }
    }

    private static string Signed(string content) =>
        $$"""{"format":"{{ModelFile.Format}}","formatVersion":{{ModelFile.Version}},"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}}","content":{{content}}}""";
}

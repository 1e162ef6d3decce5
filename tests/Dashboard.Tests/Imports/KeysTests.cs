using System.Text;

namespace Dashboard.Tests.Imports;

/// <summary>How a customer's key is stored, and that it comes back from our own downloads as it was.</summary>
public sealed class KeysTests(Site site) : IClassFixture<Site>
{
    private const string Columns = """[{"source":"id","role":"key"}]""";
    private readonly HttpClient api = site.Api();

    [Theory]
    [InlineData("b\u0007e\u001bl", "bel")]
    [InlineData("n\0ul", "nul")]
    [InlineData("n\uFFFEo", "no")]
    [InlineData("'+3630", "+3630")]
    [InlineData("''+3630", "'+3630")]
    [InlineData("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("  A\u0301da ", "Áda")]
    public async Task A_key_is_stored_clean(string sent, string stored)
    {
        var set = await api.ImportAsync($"id,a\n{sent},1\nother,2\nthird,3\n", ("name", "Key " + Convert.ToHexString(Encoding.UTF8.GetBytes(sent))), ("columns", Columns));

        Assert.Equal([stored, "other", "third"], await KeysAsync(set.Id()));
    }

    [Fact]
    public async Task Keys_that_were_exported_come_back_the_same()
    {
        string[] keys = ["+3630", "'+3630", "''=1+1", "-5", "@home", "'s-Hertogenbosch", "Ödön, \"Ödi\"", "007"];
        var csv = "id,a\n" + string.Concat(keys.Select((key, i) => $"\"{(key.StartsWith("'s", StringComparison.Ordinal) || !"+-@'".Contains(key[0]) ? "" : "'")}{key.Replace("\"", "\"\"")}\",{i}\n"));
        var first = await api.ImportAsync(csv, ("name", "Out"), ("columns", Columns));
        var run = await api.RunAsync(new { datasetId = first.Id(), k = 1, features = new[] { "a" } });

        var exported = await api.GetByteArrayAsync($"/api/v1/segments/{run.Items("segments")[0].Id()}/audience.csv");
        var second = await api.ImportAsync(exported, fields: [("name", "In"), ("columns", Columns)]);

        Assert.Equal(keys, await KeysAsync(first.Id()));
        Assert.Equal(keys, await KeysAsync(second.Id()));
    }

    private async Task<List<string?>> KeysAsync(int id) => [.. (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Select(c => c.Text("id"))];
}

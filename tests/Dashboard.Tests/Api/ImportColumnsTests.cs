using System.Net;

namespace Dashboard.Tests.Api;

/// <summary>What an import may be asked to make of the columns, and what it is called.</summary>
public sealed class ImportColumnsTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    [Theory]
    [InlineData("columns", """[{"source":"Customer ID","role":"key"},{"source":"Gender","role":"key"}]""", "Only one column")]
    [InlineData("columns", "[null]", "columns")]
    [InlineData("columns", """[{"source":null}]""", "column")]
    [InlineData("columns", """[{"role":"key"}]""", "column")]
    [InlineData("options", """{"encoding":"klingon"}""", "encoding")]
    [InlineData("options", """{"encoding":"utf-7"}""", "encoding")]
    [InlineData("options", """{"decimal":"x"}""", "decimal")]
    [InlineData("options", """{"delimiter":"\n"}""", "delimiter")]
    [InlineData("options", """{"delimiter":"\""}""", "delimiter")]
    [InlineData("options", """{"delimiter":";;"}""", "delimiter")]
    public async Task What_cannot_be_is_refused_with_the_field_named(string field, string value, string named)
    {
        var problem = await (await api.SendFileAsync(Shoppers.TwoGroups, (field, value))).JsonAsync(HttpStatusCode.BadRequest);

        Assert.Contains(named, problem.Text("detail"));
    }

    [Fact]
    public async Task Of_two_columns_called_alike_the_second_is_numbered()
    {
        var set = await api.ImportAsync(Shoppers.TwoGroups, ("name", "Alike"), ("columns", """[{"source":"Income (k$)","name":"Money"},{"source":"Spending","name":"money"}]"""));

        Assert.Equal(["Customer ID", "Gender", "Money", "money (2)"], set.Items("columns").Select(c => c.Text("name")));
        var customer = (await api.GetJsonAsync($"/datasets/{set.Id()}/customers?take=1")).Items()[0];
        Assert.Equal((10, 11), (customer.Number("Money"), customer.Number("money (2)")));
    }

    [Fact]
    public async Task A_column_is_called_without_the_characters_that_databases_refuse()
    {
        var set = await api.ImportAsync(Shoppers.TwoGroups, ("name", "N\0UL"), ("columns", """[{"source":"Spending","name":"Sp\u0000ent"}]"""));

        Assert.Equal("NUL", set.Text("name"));
        Assert.Equal("Spent", set.Items("columns")[3].Text("name"));
        Assert.Equal(7, (await api.GetJsonAsync($"/datasets/{set.Id()}/customers")).Items().Count);
    }

    [Fact]
    public async Task Very_long_names_are_cut()
    {
        var name = string.Concat(Enumerable.Repeat("long name ", 6000));

        var set = await api.ImportAsync(Shoppers.TwoGroups, ("name", name));
        var run = await api.RunAsync(new { datasetId = set.Id(), name, k = 2 });

        Assert.All([set, run], named => Assert.Equal(name[..120].TrimEnd(), named.Text("name")));
    }
}

namespace Dashboard.Tests.Data;

public sealed class CustomerReaderTests(Site site) : IClassFixture<Site>
{
    private const string Csv = "id,first name\nÉva-1,Ödön\nb-2,École\nc-3,Eve\n";
    private readonly HttpClient api = site.Api();

    [Theory]
    [InlineData("Ödön", "Éva-1")]
    [InlineData("O\u0308do\u0308n", "Éva-1")]
    [InlineData("École", "b-2")]
    [InlineData(" col ", "b-2")]
    [InlineData("ÉVA", "Éva-1")]
    [InlineData("éva-1", "Éva-1")]
    [InlineData("B-2", "b-2")]
    public async Task A_search_finds_texts_with_accents_and_keys_in_any_case(string words, string key)
    {
        var id = (await api.ImportAsync(Csv, ("name", "For " + Uri.EscapeDataString(words)), ("columns", """[{"source":"id","role":"key"},{"source":"first name","role":"text"}]"""))).Id();

        var found = (await api.GetJsonAsync($"/datasets/{id}/customers?search={Uri.EscapeDataString(words)}")).Items();

        Assert.Equal(key, Assert.Single(found).Text("id"));
    }
}

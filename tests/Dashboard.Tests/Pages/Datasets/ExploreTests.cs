using System.Net;
using System.Text;

namespace Dashboard.Tests.Pages.Datasets;

public sealed class ExploreTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_page_shows_each_chart_with_what_to_see_in_it()
    {
        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{site.DatasetId}/explore");

        Assert.Equal(["What to compare", "Numbers in pairs", "What moves together i", "What is missing", "Income by Gender i", "One by one"], page.QuerySelectorAll("h2").Select(h => Words(h.TextContent.Split("Pearson")[0].Split("The box")[0])));
        Assert.Equal(["Gender", "Income", "Spending"], page.QuerySelectorAll("h3").Select(h => h.TextContent));
        var captions = Words(string.Concat(page.QuerySelectorAll("main .muted").Select(p => p.TextContent + " ")));
        Assert.Contains("Income and Spending say nearly the same (correlation 1.00): in a segmentation use one of them, or it counts twice.", captions);
        Assert.Contains("Income is missing most often: for 1 of 7 customers (14.3 %).", captions);
        Assert.Contains("Female is the most frequent, with 57.1 % of the customers who have a value; there are 2 values in all.", captions);
        Assert.Contains("The middle half of the customers is between 11.3 and 90.8 k$; half of all have at least 51.", captions);
    }

    [Fact]
    public async Task A_choice_stands_in_the_address_and_in_the_form()
    {
        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{site.DatasetId}/explore?pair=c2&pair=c3&by=none&of=c3&shape=violin");

        Assert.Equal(["c2", "c3", "none", "c3", "violin"], page.QuerySelectorAll("form [checked], form option[selected]").Select(e => e.GetAttribute("value")));
        Assert.Contains(page.QuerySelectorAll("h2"), h => Words(h.TextContent).StartsWith("Spending i", StringComparison.Ordinal));
        Assert.Contains($"/datasets/{site.DatasetId}/charts/boxplot.svg?pair=c2&pair=c3&by=none&of=c3&shape=violin", page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("id,Age,City\na,30,Rome\nb,40,Rome\nc,50,Paris\n", "It takes two columns of numbers")]
    [InlineData("id,City\na,Rome\nb,Paris\nc,Rome\n", "It takes two columns of numbers")]
    [InlineData("id,Age,City\na,30,Rome\nb,30,Rome\nc,30,Rome\n", "Everyone has 30.")]
    [InlineData("id,Age,City\na,30,Rome\n", "Everyone has Rome.")]
    public async Task A_small_file_gets_a_page_that_explains(string csv, string explained)
    {
        var id = (await site.Api().ImportAsync(csv, ("name", Guid.NewGuid().ToString()), ("columns", """[{"source":"City","role":"category"}]"""))).Id();
        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{id}/explore");

        Assert.Contains(explained, page.Body!.TextContent);
        Assert.DoesNotContain("NaN", page.Body.OuterHtml);
    }

    [Fact]
    public async Task Customers_with_neither_numbers_nor_categories_are_told_what_to_do()
    {
        var id = (await site.Api().ImportAsync("id,Note\na,x y\nb,z\n", ("name", "Notes"), ("columns", """[{"source":"id","role":"key"},{"source":"Note","role":"text"}]"""))).Id();
        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{id}/explore");

        Assert.Contains("Nothing to draw yet", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("form:has(#by), figure"));
    }

    [Fact]
    public async Task A_category_with_ten_thousand_values_shows_the_most_frequent_and_counts_the_others()
    {
        var csv = new StringBuilder("id,Code,Spent,Visits\n");
        for (var i = 0; i < 10_050; i++)
        {
            csv.Append($"K{i},P{i % 10_000},{i % 7},{i % 5}\n");
        }
        var id = (await site.Api().ImportAsync(csv.ToString(), ("name", "Codes"), ("columns", """[{"source":"id","role":"key"},{"source":"Code","role":"category"},{"source":"Spent","role":"number"},{"source":"Visits","role":"number"}]"""))).Id();
        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{id}/explore?by=c1");

        Assert.Contains("other (9,993 more)", page.Body!.TextContent);
        Assert.Contains("other (9,988 more)", page.Body.TextContent);
        Assert.Contains("10,050 points; larger marks hold more.", page.Body.TextContent);
    }

    [Fact]
    public async Task There_is_no_page_for_a_data_set_without_customers()
    {
        var failed = (await site.Api().ImportAsync("id,a\nx,y\n", ("name", "Fails to be explored"), ("columns", """[{"source":"a","role":"number"}]"""))).Id();
        var ada = await site.SignedInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await ada.Client.GetAsync($"/datasets/{failed}/explore")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Client.GetAsync("/datasets/999999/explore")).StatusCode);
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

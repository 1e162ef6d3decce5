using System.Net;

namespace Dashboard.Tests.Pages.Datasets;

public sealed class QualityTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_page_shows_figures_findings_pictures_and_customers()
    {
        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{site.DatasetId}/quality");

        var income = page.QuerySelectorAll("section:has(> h2) table tbody tr").First(row => row.QuerySelector("th")?.TextContent.Trim() == "Income (k$)");
        Assert.Equal(["number", "1 · 14.3 %", "6", "10", "11.3", "51", "90.8", "92", "51", "40", "0"], income.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Equal($"/datasets/{site.DatasetId}/customers?c2.missing=1", income.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Income (k$) and Spending move together", page.QuerySelector(".findings")!.TextContent);
        Assert.Equal(["Gender", "Income", "Spending"], page.QuerySelectorAll(".three h2").Select(h => h.TextContent));
        Assert.Contains(page.QuerySelectorAll("[aria-label='Last customers'] tbody th"), key => key.TextContent == "C1");
    }

    [Fact]
    public async Task Dates_have_a_range_and_a_picture_by_month_and_names_have_none()
    {
        var lines = string.Concat(Enumerable.Range(1, 40).Select(i => $"k{i},2025-{1 + i % 4:00}-{1 + i % 28:00},Name {i},{(i % 2 == 0 ? "Wien" : "Graz")}\n"));
        var id = (await site.Api().ImportAsync("id,Since,Who,Town\n" + lines, ("name", "Dated"))).Id();

        var page = await (await site.SignedInAsync()).OpenAsync($"/datasets/{id}/quality");

        var since = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "Since");
        Assert.Equal("2025-01-01 to 2025-04-28", since.QuerySelectorAll("td")[3].TextContent);
        Assert.Equal(["Since", "Town"], page.QuerySelectorAll(".three h2").Select(h => h.TextContent));
        Assert.Contains("From 2025-01-01 to 2025-04-28; most are of 2025-0", page.QuerySelector(".three section")!.TextContent);
    }

    [Fact]
    public async Task There_is_no_page_for_a_data_set_without_customers()
    {
        var failed = (await site.Api().ImportAsync("id,a\nx,y\n", ("name", "Fails"), ("columns", """[{"source":"a","role":"number"}]"""))).Id();
        var ada = await site.SignedInAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await ada.Client.GetAsync($"/datasets/{failed}/quality")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.Client.GetAsync("/datasets/999999/quality")).StatusCode);
    }

    [Fact]
    public async Task People_and_programs_download_the_same_cleaned_customers()
    {
        var csv = " id ,City, Spent \n =1+1,@home,\"1,234.50\"\n b ,,n/a\n";
        var id = (await site.Api().ImportAsync(csv, ("name", "To be cleaned"), ("columns", """[{"source":"id","role":"key"},{"source":"City","role":"text"},{"source":"Spent","role":"number"}]"""))).Id();

        var byKey = await site.Api().GetStringAsync($"/api/v1/datasets/{id}/customers.csv");
        var byCookie = await (await site.SignedInAsync()).Client.GetAsync($"/datasets/{id}/customers.csv");

        Assert.Equal("id,City,Spent\r\n\"'=1+1\",\"'@home\",1234.5\r\nb,,\r\n", byKey);
        Assert.Equal(byKey, await byCookie.Content.ReadAsStringAsync());
        Assert.Contains("To%20be%20cleaned.csv", byCookie.Content.Headers.ContentDisposition!.ToString());
    }

    [Fact]
    public async Task A_download_of_customers_who_are_not_there_says_why()
    {
        var failed = (await site.Api().ImportAsync("id,a\nx,y\n", ("name", "Fails too"), ("columns", """[{"source":"a","role":"number"}]"""))).Id();

        await site.Api().GetJsonAsync($"/datasets/{failed}/customers.csv", HttpStatusCode.Conflict);
        await site.Api().GetJsonAsync("/datasets/999999/customers.csv", HttpStatusCode.NotFound);
    }
}

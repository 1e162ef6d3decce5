using System.Net;

namespace Dashboard.Tests.Pages.Runs;

public sealed class NewTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task A_run_is_started_from_the_form_as_it_stands()
    {
        var ada = await site.SignedInAsync();

        var answer = await ada.SubmitAsync($"/runs/new?datasetId={site.DatasetId}", "main form[method=post]", ("k", "2"));

        var path = answer.Headers.Location!.OriginalString;
        var run = await site.Api().WaitAsync(path);
        Assert.Equal("""{"scaling":"standard","k":2,"starts":20,"epsilon":null,"minPoints":null,"seed":42}""", run.GetProperty("parameters").GetRawText());
        Assert.Equal(("completed", 2), (run.Text("status"), run.Items("segments").Count));
        Assert.Equal(2, (await ada.OpenAsync(path)).QuerySelectorAll("article.segment").Length);
    }

    [Theory]
    [InlineData("k", "2.5", "whole number")]
    [InlineData("k", "many", "give a number, or auto")]
    [InlineData("k", "99", "from 1 to 50")]
    [InlineData("epsilon", "near", "give a number, or auto")]
    [InlineData("starts", "0", "from 1 to 1,000")]
    public async Task What_cannot_be_stays_on_the_page_with_the_reason(string field, string value, string said)
    {
        var ada = await site.SignedInAsync();

        var answer = await ada.SubmitAsync($"/runs/new?datasetId={site.DatasetId}", "main form[method=post]", (field, value));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var summary = Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!;
        Assert.Contains(said, summary.TextContent);
    }

    [Fact]
    public async Task The_progress_of_what_has_ended_is_one_event()
    {
        var ada = await site.SignedInAsync();

        var events = await ada.Client.GetStringAsync($"/runs/{site.RunId}/progress");

        Assert.StartsWith("event: end\n", events);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task To_run_again_on_customers_who_were_taken_back_is_answered_by_saying_so(bool thereAreOthers)
    {
        using var own = new Site();
        var ada = await own.SignedInAsync();
        var dataset = (await own.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        var run = (await own.Api().RunAsync(new { datasetId = dataset, k = 2 })).Id();
        if (thereAreOthers)
        {
            await own.Api().ImportAsync(Shoppers.Many(10), ("name", "Others"));
        }
        await own.Api().PostJsonAsync($"/datasets/{dataset}/undo", null, HttpStatusCode.OK);

        var link = (await ada.OpenAsync($"/runs/{run}")).QuerySelector(".actions a[href^='/runs/new']")!.GetAttribute("href")!;
        var page = await ada.OpenAsync(link);

        Assert.Contains("were taken back", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal(thereAreOthers, page.Body!.TextContent.Contains("Others"));
    }
}

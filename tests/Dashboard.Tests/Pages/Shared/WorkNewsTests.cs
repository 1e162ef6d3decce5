namespace Dashboard.Tests.Pages.Shared;

public sealed class WorkNewsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task The_next_page_says_once_that_long_work_has_ended()
    {
        var ada = await site.SignedInAsync();
        await ada.OpenAsync("/");
        var run = (await ada.SubmitAsync($"/runs/new?datasetId={site.DatasetId}", "main form[method=post]", ("k", "2"), ("name", "News"))).Headers.Location!.OriginalString;
        await site.Api().WaitAsync(run);

        var (next, after) = (await ada.OpenAsync("/runs/new"), await ada.OpenAsync("/datasets"));

        Assert.Equal(run, next.QuerySelector("[role=status] a")!.GetAttribute("href"));
        Assert.Contains("The run “News” is done.", next.Body!.TextContent);
        Assert.Null(after.QuerySelector("[role=status] a"));
    }

    [Fact]
    public async Task The_page_of_the_work_itself_and_other_people_are_not_told()
    {
        var ada = await site.SignedInAsync();
        await ada.OpenAsync("/");
        var run = (await ada.SubmitAsync($"/runs/new?datasetId={site.DatasetId}", "main form[method=post]", ("k", "2"))).Headers.Location!.OriginalString;
        await site.Api().WaitAsync(run);
        await site.Api().RunAsync(new { datasetId = site.DatasetId, k = 2 });

        Assert.Null((await ada.OpenAsync(run)).QuerySelector("[data-news] a"));
        Assert.Null((await ada.OpenAsync("/runs")).QuerySelector("[data-news] a"));
    }

    [Fact]
    public async Task With_scripts_an_open_page_is_told_as_well()
    {
        var ada = await site.SignedInAsync();
        var run = (await ada.SubmitAsync($"/runs/new?datasetId={site.DatasetId}", "main form[method=post]", ("k", "2"))).Headers.Location!.OriginalString;

        var events = await ada.Client.GetStringAsync("/news/ended");
        await site.Api().WaitAsync(run);

        // The run may have ended before the stream began, which then has nothing to tell.
        Assert.True(events.Length == 0 || events.Contains($"\"url\":\"{run}\""), events);
        Assert.Equal("", await ada.Client.GetStringAsync("/news/ended"));
    }
}

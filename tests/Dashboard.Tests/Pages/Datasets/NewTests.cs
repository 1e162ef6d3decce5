using System.Net;

namespace Dashboard.Tests.Pages.Datasets;

public sealed class NewTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_file_chosen_on_the_page_is_imported_and_shown()
    {
        var ada = await site.SignedInAsync();

        var answer = await ada.ImportAsync("my shoppers.csv", Shoppers.TwoGroups);

        var path = answer.Headers.Location!.OriginalString;
        await site.Api().WaitAsync(path);
        var page = await ada.OpenAsync(path);
        Assert.Equal("my shoppers", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("7", page.QuerySelector(".kpi b")!.TextContent);
        Assert.Contains("ada@example.com", page.Body!.TextContent);
    }

    [Fact]
    public async Task The_same_file_again_says_that_nothing_changed()
    {
        var ada = await site.SignedInAsync();
        var first = await ada.ImportAsync("again.csv", Shoppers.Many(20));
        await site.Api().WaitAsync(first.Headers.Location!.OriginalString);

        var check = (await ada.UploadAsync("again.csv", Shoppers.Many(20))).Headers.Location!.OriginalString;
        Assert.Contains("in the same way. To import it again changes nothing.", (await ada.CheckedAsync(check)).Body!.TextContent);
        var second = await ada.SubmitAsync(check, "main form");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Contains($"was imported already on {DateTime.Today:d MMM yyyy}", (await ada.OpenAsync(second.Headers.Location!.OriginalString)).QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Limits_and_templates_are_shown_before_an_upload()
    {
        var ada = await site.SignedInAsync();
        var page = await ada.OpenAsync("/datasets/new");

        Assert.Contains("Up to 5,000,000 rows, 1,024 MB and 256 columns", page.Body!.TextContent);
        foreach (var template in page.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!))
        {
            var set = (await site.Api().ImportAsync(await ada.Client.GetStringAsync(template), ("name", template)));
            Assert.Equal((template.Contains("orders") ? "transactions" : "customers", 0), (set.Text("kind"), set.GetProperty("rows").Int("rejected")));
        }
        Assert.Equal(2, page.QuerySelectorAll("a[download]").Length);
    }

    [Fact]
    public async Task A_file_that_is_no_csv_stays_on_the_page_with_the_reason()
    {
        var ada = await site.SignedInAsync();

        var answer = await ada.UploadAsync("book.csv", "PK\u0003\u0004 and so on");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = Visitor.Parse(await answer.Content.ReadAsStringAsync());
        Assert.NotEmpty(page.QuerySelector("#file-problem")!.TextContent);
        Assert.Equal("true", page.QuerySelector("#file")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_sample_is_one_click_away_and_marked()
    {
        var ada = await site.SignedInAsync();
        var token = await ada.TokenAsync("/datasets/new");

        var answer = await ada.PostAsync("/?handler=Sample", ("__RequestVerificationToken", token));

        await site.Api().WaitAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains((await ada.OpenAsync("/datasets")).QuerySelectorAll("tr"), row => row.TextContent.Contains("Sample customers") && row.QuerySelector(".pill")?.TextContent == "sample");
    }
}

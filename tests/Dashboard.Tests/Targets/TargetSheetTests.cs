namespace Dashboard.Tests.Targets;

public sealed class TargetSheetTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private string Path => $"/runs/{site.RunId}/targets";

    [Fact]
    public async Task What_a_team_rates_is_kept_drawn_and_printed_with_who_did_it()
    {
        var ada = await site.SignedInAsync();
        Assert.Empty((await ada.OpenAsync(Path)).QuerySelectorAll("figure"));

        await ada.SubmitAsync(Path, "#ratings", ("strength0.segment0", "8"), ("strength0.segment1", "2,5"), ("strength1.segment0", "4"), ("suits", "0"), ("attraction3.name", "Growth"), ("attraction3.weight", "20"));

        var page = await ada.OpenAsync(Path);
        Assert.Single(page.QuerySelectorAll("figure"));
        var picture = page.QuerySelector(".files a")!.GetAttribute("href")!;
        Assert.Contains("How strong we are there", await ada.Client.GetStringAsync(picture));
        Assert.Equal(await ada.Client.GetStringAsync(picture), await site.Api().GetStringAsync("/api/v1" + picture));
        Assert.Equal("6.0", page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr")[0].QuerySelectorAll("td")[1].TextContent);
        Assert.Contains("Last saved by ada@example.com", page.Body!.TextContent);
        Assert.Equal("Growth", page.QuerySelector("[name='attraction3.name']")!.GetAttribute("value"));
        var report = (await ada.OpenAsync($"/runs/{site.RunId}/report")).Body!.TextContent;
        Assert.Contains("Which segments to go for", report);
        Assert.Contains("Rated by ada@example.com", report);
    }

    [Fact]
    public async Task A_score_off_the_scale_is_told_and_nothing_is_kept()
    {
        var ada = await site.SignedInAsync();

        var answer = await ada.SubmitAsync(Path, "#ratings", ("attraction0.segment0", "11"), ("attraction1.weight", "much"));

        var told = Visitor.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("Give a number from 0 to 10", told);
        Assert.Contains("is “much”. Give a number from 0 to 100", told);
        Assert.DoesNotContain("11", (await ada.OpenAsync(Path)).QuerySelector("[name='attraction0.segment0']")!.GetAttribute("value") ?? "");
    }
}

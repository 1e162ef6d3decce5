using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Segmentation.Scaling;

namespace Dashboard.Tests.Pages.Selections;

public sealed class ShowTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Form = "main form[method=post]:has(#features)";
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task From_the_form_to_the_advice_and_back_with_everything_filled_in()
    {
        var ada = await site.SignedInAsync();
        var path = (await ada.SubmitAsync($"/runs/new?datasetId={site.DatasetId}", Form, ("features", "Spending"), ("scaling", "MinMax"), ("seed", "7"), ("advise", "true"))).Headers.Location!.OriginalString;
        await api.WaitAsync(path);

        var page = await ada.OpenAsync(path);
        var link = page.QuerySelector<IHtmlAnchorElement>(".verdict a.primary")!;
        Assert.Equal("Use 3 segments", link.TextContent);
        var form = await ada.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal(["Spending"], form.QuerySelectorAll<IHtmlInputElement>("input[name=features]").Where(f => f.IsChecked).Select(f => f.Value));
        Assert.Equal(("3", "7", $"{ScalingMethod.MinMax:D}"), (form.QuerySelector<IHtmlInputElement>("#k")!.Value, form.QuerySelector<IHtmlInputElement>("#seed")!.Value, form.QuerySelector<IHtmlSelectElement>("#scaling")!.Value));
    }

    [Fact]
    public async Task Each_index_marks_its_choice_with_a_sign_and_each_number_can_be_used()
    {
        var page = await OpenAsync(await AdviseAsync());

        var rows = page.QuerySelectorAll(".scores tbody tr");
        Assert.Equal(["Use 1 segment", "Use 2 segments", "Use 3 segments", "Use 4 segments", "Use 5 segments", "Use 6 segments"], rows.Select(row => row.QuerySelector("a")!.TextContent));
        Assert.All(page.QuerySelectorAll(".vote"), cell => Assert.Contains("its choice", cell.TextContent));
        Assert.InRange(page.QuerySelectorAll(".vote").Length, 3, 5);
        Assert.Equal(8, page.QuerySelectorAll("figure").Length);
        Assert.DoesNotContain("NaN", page.Body!.TextContent);
    }

    [Fact]
    public async Task Every_chart_of_the_advice_says_what_to_see_in_it_and_can_be_had_as_a_file()
    {
        var page = await OpenAsync(await AdviseAsync());

        Assert.All(page.QuerySelectorAll("figure"), figure =>
        {
            Assert.NotEmpty(figure.ParentElement!.QuerySelector("p.muted:not(.files)")!.TextContent);
            Assert.NotNull(figure.ParentElement!.QuerySelector(".files a"));
        });
    }

    [Fact]
    public async Task A_cell_of_the_grid_opens_the_form_for_dbscan()
    {
        var page = await OpenAsync(await AdviseAsync());

        var form = await (await site.SignedInAsync()).OpenAsync(page.QuerySelector(".grid td a")!.GetAttribute("href")!);

        Assert.True(form.QuerySelector<IHtmlInputElement>("#dbscan")!.IsChecked);
        Assert.True(double.Parse(form.QuerySelector<IHtmlInputElement>("#epsilon")!.Value) > 0);
        Assert.Equal("3", form.QuerySelector<IHtmlInputElement>("#minPoints")!.Value);
    }

    [Fact]
    public async Task A_wish_without_features_stays_on_the_form_with_the_reason()
    {
        var answer = await (await site.SignedInAsync()).SubmitAsync($"/runs/new?datasetId={site.DatasetId}", Form, ("features", ""), ("advise", "true"));

        Assert.Contains("Choose at least one number", await Visitor.TextAsync(answer));
    }

    [Fact]
    public async Task What_waits_shows_its_progress_and_what_failed_says_why()
    {
        using var own = new Site();
        var dataset = (await own.Api().ImportAsync("id,x,y\na1,1,\na2,2,\na3,,1\na4,,2\n", ("columns", """[{"source":"x","role":"number"},{"source":"y","role":"number"}]"""))).Id();
        var failed = (await own.Api().AdviseAsync(new { datasetId = dataset, features = new[] { "x", "y" } })).Id();
        await own.PauseAsync();
        var waiting = (await own.Api().PostJsonAsync("/selections", new { datasetId = dataset, features = new[] { "x" } })).Id();
        var ada = await own.SignedInAsync();

        Assert.Contains("No customer has a value in each of", (await ada.OpenAsync($"/selections/{failed}")).QuerySelector(".note.bad")!.TextContent);
        Assert.NotNull((await ada.OpenAsync($"/selections/{waiting}")).QuerySelector("progress"));
        await ada.SubmitAsync($"/selections/{waiting}", ".progress form");
        Assert.Contains("cancelled", (await ada.OpenAsync($"/selections/{waiting}")).QuerySelector(".note.warn")!.TextContent);
    }

    [Theory]
    [InlineData("a1,5,7", "One customer makes no groups")]
    [InlineData("a1,5,7\na2,5,7", "These customers are all alike")]
    [InlineData("a1,5,7\na2,6,7", "")]
    [InlineData("a1,9e14,1e-9\na2,1e14,3e-9\na3,5e14,2e-9", "")]
    public async Task Where_there_is_little_to_say_no_chart_is_empty_and_no_figure_missing(string rows, string said)
    {
        var dataset = await api.ImportAsync($"id,x,y\n{rows}\n", ("name", Guid.NewGuid().ToString()), ("columns", """[{"source":"id","role":"key"},{"source":"x","role":"number"},{"source":"y","role":"number"}]"""));

        var page = await OpenAsync(await AdviseAsync(new { datasetId = dataset.Id(), features = new[] { "x", "y" } }));

        Assert.Contains(said, page.QuerySelector("h2")!.TextContent);
        Assert.DoesNotMatch("NaN|∞|Infinity|There are no points|There is nothing to follow", page.Body!.TextContent);
    }

    [Fact]
    public async Task It_can_be_asked_again_with_other_numbers_and_deleted()
    {
        var id = await AdviseAsync();
        var ada = await site.SignedInAsync();

        var again = (await ada.SubmitAsync($"/selections/{id}", "form[action*=Again]", ("from", "2"), ("to", "3"))).Headers.Location!.OriginalString;
        var refused = (await ada.SubmitAsync($"/selections/{id}", "form[action*=Again]", ("from", "3"), ("to", "2"))).Headers.Location!.OriginalString;
        var warning = (await ada.OpenAsync(refused)).QuerySelector(".note.warn")!.TextContent;
        Assert.Equal([2, 3], (await api.WaitAsync(again)).Items("scores").Select(s => s.Int("k")));
        Assert.Contains("from 3 to 2", warning);

        await ada.SubmitAsync(again, "form[action*=Delete]");
        Assert.DoesNotContain(again, (await ada.OpenAsync("/selections")).Body!.InnerHtml);
        Assert.Contains($"/selections/{id}\"", (await ada.OpenAsync("/selections")).Body!.InnerHtml);
    }

    private async Task<int> AdviseAsync(object? wish = null)
    {
        var advice = await api.AdviseAsync(wish ?? new { datasetId = site.DatasetId, features = Shoppers.Features });
        Assert.Equal("completed", advice.Text("status"));
        return advice.Id();
    }

    private async Task<IDocument> OpenAsync(int id) => await (await site.SignedInAsync()).OpenAsync($"/selections/{id}");
}

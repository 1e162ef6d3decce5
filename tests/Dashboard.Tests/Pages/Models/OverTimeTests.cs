using System.Net;

namespace Dashboard.Tests.Pages.Models;

public sealed class OverTimeTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Fact]
    public async Task An_earlier_model_is_put_to_use_again_and_it_is_known_by_whom()
    {
        var (api, ada) = (site.Api(), await site.SignedInAsync());
        var other = (await api.RunAsync(new { datasetId = site.DatasetId, k = 3, features = Shoppers.Features })).Id();
        await api.PostJsonAsync($"/runs/{other}/activation", expected: HttpStatusCode.OK);

        var answer = await ada.SubmitAsync($"/models?datasetId={site.DatasetId}", $"form:has(input[name=id][value='{site.RunId}']):has(button:not(.plain))");

        Assert.Equal($"/models?datasetId={site.DatasetId}", answer.Headers.Location?.OriginalString);
        Assert.Equal(site.RunId, (await api.GetJsonAsync($"/models/active?datasetId={site.DatasetId}")).Int("runId"));
        var page = await ada.OpenAsync($"/models?datasetId={site.DatasetId}");
        Assert.Contains($"by {Site.Email}", page.QuerySelector("details ol li")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("details ol li").Length);
        Assert.Contains("A model that is not in use", (await ada.OpenAsync($"/models?runId={other}")).Body!.TextContent);
    }

    [Fact]
    public async Task What_is_archived_is_no_longer_offered_until_it_is_brought_back()
    {
        var (api, ada) = (site.Api(), await site.SignedInAsync());
        var old = (await api.RunAsync(new { datasetId = site.DatasetId, k = 2, name = "Old one", seed = 7, features = Shoppers.Features })).Id();
        var form = $"form:has(input[name=id][value='{old}']):has(input[name=archived])";

        await ada.SubmitAsync($"/models?datasetId={site.DatasetId}", form);

        Assert.DoesNotContain("Old one", (await ada.OpenAsync("/predictions/batch")).QuerySelector("#runId")!.TextContent);
        Assert.Contains("archived", (await api.PostJsonAsync($"/runs/{old}/activation", expected: HttpStatusCode.Conflict)).Text("detail"));
        await ada.SubmitAsync($"/models?datasetId={site.DatasetId}", form);
        Assert.Contains("Old one", (await ada.OpenAsync("/predictions/batch")).QuerySelector("#runId")!.TextContent);
    }

    [Fact]
    public async Task The_model_in_use_cannot_be_archived()
    {
        var ada = await site.SignedInAsync();
        var active = (await site.Api().GetJsonAsync($"/models/active?datasetId={site.DatasetId}")).Int("runId");

        await ada.PostAsync("/models?handler=Archive", ("__RequestVerificationToken", await ada.TokenAsync("/models/import")), ("id", $"{active}"), ("archived", "true"));

        Assert.Contains("Put another one to use first", (await ada.OpenAsync("/models")).Body!.TextContent);
        Assert.Equal(active, (await site.Api().GetJsonAsync($"/models/active?datasetId={site.DatasetId}")).Int("runId"));
    }
}

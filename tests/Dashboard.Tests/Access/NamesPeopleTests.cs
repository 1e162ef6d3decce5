using System.Net;
using Dashboard.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class NamesPeopleTests(Marsupials site) : IClassFixture<Marsupials>
{
    [Fact]
    public async Task Every_page_and_file_that_names_a_customer_leaves_one_entry_and_no_other_leaves_any()
    {
        var ada = await site.SignedInAsync();
        var (seen, waiting, named) = (new HashSet<string>(), new Queue<string>(["/"]), 0);
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path) || path.EndsWith(".pdf", StringComparison.Ordinal) || path.StartsWith("/audit", StringComparison.Ordinal))
            {
                continue;
            }
            var before = await CountAsync();
            var answer = await ada.Client.GetAsync(path);
            var text = await answer.Content.ReadAsStringAsync();
            var isNaming = answer.IsSuccessStatusCode && (text.Contains(Marsupials.Marker, StringComparison.Ordinal) || path.Contains("/model.") || path.Contains(".zip") || path.EndsWith(".csv", StringComparison.Ordinal) && !path.StartsWith("/template", StringComparison.Ordinal));
            Assert.True(await CountAsync() - before == (isNaming ? 1 : 0), $"{path} names {(isNaming ? "customers" : "nobody")}, and left {await CountAsync() - before} entries");
            named += isNaming ? 1 : 0;
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Visitor.Parse(text).QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).ToList().ForEach(waiting.Enqueue);
            }
        }
        Assert.True(named > 12 && seen.Count > 40, $"{named} of {seen.Count}: {string.Join(' ', seen)}");
    }

    [Fact]
    public async Task So_does_the_api()
    {
        var run = await site.Api().GetJsonAsync($"/runs/{site.RunId}");
        var paths = new[]
        {
            "/datasets", $"/datasets/{site.DatasetId}", $"/datasets/{site.DatasetId}/customers", $"/datasets/{site.DatasetId}/customers.csv", $"/datasets/{site.DatasetId}/charts/scatter.svg", $"/customers/{Marsupials.Marker}1", $"/customers?key={Marsupials.Marker}2", "/customers/nobody",
            "/runs", $"/runs/{site.RunId}", $"/runs/{site.RunId}/assignments.csv", $"/runs/{site.RunId}/charts/scatter.svg", $"/segments/{run.Items("segments")[0].Id()}", $"/segments/{run.Items("segments")[0].Id()}/audience.csv", "/models/active",
        };
        foreach (var path in paths)
        {
            var before = await CountAsync();
            var answer = await site.Api().GetAsync("/api/v1" + path);
            var isNaming = answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains(Marsupials.Marker, StringComparison.Ordinal);
            Assert.Equal((path, isNaming ? 1 : 0), (path, await CountAsync() - before));
        }
    }

    [Fact]
    public async Task A_batch_of_predictions_leaves_an_entry_and_a_single_one_none()
    {
        var before = await CountAsync();
        await site.Api().PostJsonAsync($"/predictions?runId={site.RunId}", new { Income = 30, Spending = 2 }, HttpStatusCode.OK);
        Assert.Equal(before, await CountAsync());

        await site.Api().PostJsonAsync($"/predictions?runId={site.RunId}", new[] { new { Income = 30, Spending = 2 }, new { Income = 80, Spending = 1 } }, HttpStatusCode.OK);
        Assert.Equal(("API key bootstrap", "predictions.made", $"run {site.RunId}, 2 customers"), await LastAsync());
    }

    [Fact]
    public async Task A_customer_stands_in_the_log_by_a_pseudonym_that_stays_the_same()
    {
        await site.Api().GetAsync($"/api/v1/customers/{Marsupials.Marker}3");
        var first = await LastAsync();
        await site.Api().GetAsync($"/api/v1/customers/{Marsupials.Marker.ToUpperInvariant()}3");

        Assert.Matches("^customer [0-9a-f]{12}$", first.About);
        Assert.Equal(first, await LastAsync());
        Assert.DoesNotContain(await site.AuditAsync(), e => e.About.Contains(Marsupials.Marker));
    }

    [Fact]
    public async Task An_export_is_told_by_what_it_was()
    {
        await site.Api().GetAsync($"/api/v1/runs/{site.RunId}/assignments.csv");

        Assert.Equal(("API key bootstrap", NamesPeople.Exported, $"run {site.RunId}, assignments.csv"), await LastAsync());
    }

    [Fact]
    public async Task What_waits_is_written_within_a_second_or_so()
    {
        var before = await CountAsync();
        await site.Api().GetAsync($"/api/v1/datasets/{site.DatasetId}/customers");

        var written = before;
        for (var i = 0; i < 100 && written == before; i++)
        {
            await Task.Delay(50);
            await site.UseAsync(async db => written = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Audit));
        }
        Assert.Equal(before + 1, written);
    }

    private async Task<int> CountAsync() => (await site.AuditAsync()).Count;

    private async Task<(string Who, string What, string About)> LastAsync()
    {
        var last = (await site.AuditAsync())[^1];
        return (last.Who, last.What, last.About);
    }
}

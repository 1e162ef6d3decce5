using System.Diagnostics;
using System.Net;

namespace Dashboard.Tests.Access;

/// <summary>What strangers write into addresses, by the numbers of the threat catalogue. Whatever is answered, it is no fault, it is quick, and all is still there.</summary>
public sealed class HostileRequestsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Statements => ["'; DROP TABLE Users;--", "' OR 1=1 --", "1;DELETE FROM Audit", "password", "c1) UNION SELECT Hash FROM ApiKeys--", "\"", "\0", "%"];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task W06_statements_in_any_parameter_are_only_text(string statement)
    {
        var text = Uri.EscapeDataString(statement);
        string[] pages =
        [
            $"/datasets/{site.DatasetId}/customers?sort={text}", $"/datasets/{site.DatasetId}/customers?order={text}", $"/datasets/{site.DatasetId}/customers?search={text}",
            $"/datasets/{site.DatasetId}/customers?c1.is={text}&c2.from={text}", $"/datasets/{site.DatasetId}/explore?by={text}&shape={text}", $"/audit?who={text}&what={text}&from={text}", $"/customers?key={text}",
        ];
        string[] routes = [$"/api/v1/datasets?after={text}", $"/api/v1/runs?datasetId={text}", $"/api/v1/datasets/{site.DatasetId}/customers?sort={text}&search={text}", $"/api/v1/segments/{site.SegmentIds[0]}/audience.csv?tier={text}&columns={text}"];

        await NoFaultAsync((await site.SignedInAsync()).Client, pages);
        await NoFaultAsync(site.Api(), routes);
    }

    [Theory]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/..%5c..%5cappsettings.json")]
    [InlineData("/....//....//etc/passwd")]
    [InlineData("/runs/1/charts/..%2f..%2fscatter.svg")]
    [InlineData("/datasets/1%2f..%2f2/customers.csv")]
    [InlineData("/api/v1/runs/1/charts/....%2f%2fscatter.svg")]
    [InlineData("/predictions/batch/..%2f1/placed.csv")]
    public async Task W11_no_address_leads_out_of_the_site(string path)
    {
        foreach (var client in new[] { (await site.SignedInAsync()).Client, site.Api() })
        {
            Assert.Contains((await client.GetAsync(path)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.Redirect });
        }
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=2147483648")]
    [InlineData("page=1&page=2")]
    [InlineData("page[]=1&page[0]=x")]
    [InlineData("pageSize=1e9&take=1e9")]
    [InlineData("before=-9223372036854775809")]
    public async Task W16_pages_that_cannot_be_are_the_first_or_refused(string query)
    {
        string[] pages = [$"/datasets/{site.DatasetId}/customers?{query}", $"/runs?{query}", $"/audit?{query}", $"/segments?{query}", $"/datasets?{query}"];

        await NoFaultAsync((await site.SignedInAsync()).Client, pages);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("%")]
    [InlineData("_%")]
    public async Task W17_a_pattern_a_thousand_times_is_searched_for_as_text(string pattern)
    {
        var text = Uri.EscapeDataString(string.Concat(Enumerable.Repeat(pattern, 1000)));

        await NoFaultAsync((await site.SignedInAsync()).Client, $"/datasets/{site.DatasetId}/customers?search={text}", $"/audit?who={text}&about={text}");
    }

    private async Task NoFaultAsync(HttpClient client, params string[] paths)
    {
        foreach (var path in paths)
        {
            var clock = Stopwatch.StartNew();
            var answer = await client.GetAsync(path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {(int)answer.StatusCode}");
            Assert.True(clock.Elapsed < Quick, $"{path} took {clock.Elapsed}");
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Api().GetAsync($"/api/v1/datasets/{site.DatasetId}")).StatusCode);
    }
}

using System.Net;

namespace Dashboard.Tests.Models;

public sealed class ModelSqlTests(TenThousandCustomers site) : IClassFixture<TenThousandCustomers>
{
    [Theory]
    [MemberData(nameof(TenThousandCustomers.Wishes), MemberType = typeof(TenThousandCustomers))]
    public async Task Sql_places_ten_thousand_customers_as_the_dashboard_does(string wish)
    {
        var run = await site.RunAsync(wish);
        var sql = await site.Api().GetStringAsync($"/api/v1/runs/{run}/model.sql");

        var placed = site.Query(sql);

        Assert.Equal(await site.PlacedAsync(run), placed);
        Assert.InRange(placed.Count(row => row.EndsWith('|')), 1, 9_990);
    }

    [SkippableFact]
    public async Task PostgreSQL_gives_the_same_answers()
    {
        using var server = new PostgresServer();
        server.Query(site.Copy());
        foreach (var wish in TenThousandCustomers.All)
        {
            var run = await site.RunAsync(wish);
            var sql = await site.Api().GetStringAsync($"/api/v1/runs/{run}/model.sql");

            var placed = server.Query(sql).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

            Assert.Equal(await site.PlacedAsync(run), placed);
        }
    }

    [Fact]
    public async Task A_model_of_too_many_dense_customers_is_refused_with_the_reason()
    {
        var run = await site.RunAsync("""{"features":["Income (k$)","Spending"],"algorithm":"dbscan","epsilon":0.3}""");

        var answer = await site.Api().GetJsonAsync($"/runs/{run}/model.sql", HttpStatusCode.Conflict);

        Assert.Contains("customers in dense places", answer.Text("detail"));
    }
}

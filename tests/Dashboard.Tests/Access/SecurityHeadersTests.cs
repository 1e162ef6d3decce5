using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Access;

public sealed class SecurityHeadersTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    public static TheoryData<string, int> ByCookie => new()
    {
        { "/", 200 }, { "/datasets", 200 }, { "/runs/new", 200 }, { "/no/such/page", 404 }, { "/css/base.css", 200 }, { "/favicon.svg", 200 },
        { "/sign-in", 200 }, { "/sign-out", 302 }, { "/health/live", 200 }, { "/openapi/v1.json", 200 }, { "/runs/1/assignments.csv", 200 }, { "/runs/99/assignments.csv", 404 },
    };

    public static TheoryData<string, int> ByKey => new()
    {
        { "/api/v1/datasets", 200 }, { "/api/v1/datasets/99", 404 }, { "/api/v1/no/such/route", 404 }, { "/api/v1/datasets?take=x", 400 },
        { "/api/v1/runs/1/assignments.csv", 200 }, { "/api/v1/datasets/1/rejects.csv", 200 },
    };

    [Theory]
    [MemberData(nameof(ByCookie))]
    public async Task Each_answer_to_a_person_has_them(string path, int status) =>
        Check(await (await site.SignedInAsync()).Client.GetAsync(path), status);

    [Theory]
    [MemberData(nameof(ByKey))]
    public async Task Each_answer_to_a_program_has_them(string path, int status) => Check(await site.Api().GetAsync(path), status);

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/api/v1/datasets", 401)]
    public async Task Each_answer_to_nobody_has_them(string path, int status) => Check(await site.Visitor().Client.GetAsync(path), status);

    [Fact]
    public async Task A_fault_inside_has_them_too_and_tells_nothing_of_the_inside()
    {
        var broken = await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Broken"));
        await site.UseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE Imports SET Options = 'nonsense'"));
        var ada = await site.SignedInAsync();

        var import = 0;
        await site.UseAsync(async db => import = (await db.Imports.SingleAsync(i => i.DatasetId == broken.Id())).Id);
        var page = await ada.Client.GetAsync($"/datasets/{broken.Id()}/imports/{import}");

        Check(page, 500);
        var text = await Visitor.TextAsync(page);
        Assert.Contains("Something went wrong", text);
        Assert.DoesNotContain("JsonException", text);
        Assert.DoesNotContain("   at ", text);
    }

    [Fact]
    public async Task A_fault_in_the_api_is_a_problem_without_the_inside()
    {
        var id = (await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Gone"))).Id();
        await site.DropAsync($"customers_{id}");

        var answer = await site.Api().GetAsync($"/api/v1/datasets/{id}/customers");

        Check(answer, 500);
        var problem = await answer.JsonAsync(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("SQLite", problem.ToString());
        Assert.False(problem.TryGetProperty("exception", out _));
    }

    [Theory]
    [InlineData("scatter")]
    [InlineData("heatmap")]
    public async Task A_chart_may_be_kept_but_runs_nothing(string chart)
    {
        var answer = await site.Api().GetAsync($"/api/v1/runs/{site.RunId}/charts/{chart}.svg");

        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Downloads_come_as_files_that_the_browser_does_not_open()
    {
        var answer = await site.Api().GetAsync($"/api/v1/runs/{site.RunId}/assignments.csv");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
    }

    private static void Check(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(Policy, answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
        if (answer.RequestMessage!.RequestUri!.AbsolutePath is not ("/css/base.css" or "/favicon.svg"))
        {
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }
    }
}

using System.Net.Http.Json;

namespace Dashboard.Tests.Access;

/// <summary>Every endpoint of the table, asked by a person, a program and nobody: whatever is answered, it is answered safely.</summary>
public sealed class HeaderAuditTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private static readonly string[] Kept = ["text/css", "text/javascript", "image/svg+xml", "image/png"];

    private static IEnumerable<string> Endpoints =>
        [.. WhoMay.Table.Keys.Where(route => route != "POST /sign-out"), "GET /css/base.css", "GET /js/site.js", "GET /favicon.svg", "GET /no/such/page", "TRACE /", "PUT /datasets", "DELETE /datasets/1"];

    [Fact]
    public async Task W20_every_answer_has_its_headers()
    {
        var (nobody, program, person) = (site.Visitor().Client, site.Api(), (await site.SignedInAsync()).Client);
        var wrong = new List<string>();
        foreach (var endpoint in Endpoints)
        {
            foreach (var client in new[] { nobody, program, person })
            {
                using var answer = await client.SendAsync(RequestOf(endpoint), HttpCompletionOption.ResponseHeadersRead);
                wrong.AddRange(Wrong(answer).Select(what => $"{endpoint} ({(int)answer.StatusCode}): {what}"));
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task W20_by_https_a_browser_is_told_to_stay_with_it()
    {
        var client = site.CreateClient(new() { BaseAddress = new Uri("https://shop.example"), AllowAutoRedirect = false });

        Assert.Equal("max-age=31536000", (await client.GetAsync("/sign-in")).Headers.GetValues("Strict-Transport-Security").Single());
    }

    private static IEnumerable<string> Wrong(HttpResponseMessage answer)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join('|', values) : "";
        var policy = Header("Content-Security-Policy");
        var isFramed = !policy.Contains("frame-ancestors 'none'") || !policy.Contains("object-src 'none'") || !policy.Contains("base-uri 'none'");
        var isChart = answer.RequestMessage!.RequestUri!.AbsolutePath.Contains("/charts/", StringComparison.Ordinal);
        var mayBeKept = answer.IsSuccessStatusCode && (isChart || Kept.Contains(answer.Content.Headers.ContentType?.MediaType));
        (bool IsWrong, string What)[] checks =
        [
            (!policy.StartsWith("default-src 'none'; ", StringComparison.Ordinal) || policy.Contains("unsafe") || isFramed && !policy.EndsWith("sandbox", StringComparison.Ordinal), policy),
            (Header("X-Content-Type-Options") != "nosniff", "may be sniffed"),
            (Header("Referrer-Policy") != "same-origin" || Header("Cross-Origin-Opener-Policy") != "same-origin" || Header("Cross-Origin-Resource-Policy") != "same-origin", "is not kept to this origin"),
            (Header("Server") + Header("X-Powered-By") + Header("Access-Control-Allow-Origin") != "", "says too much"),
            (answer.Headers.CacheControl?.NoStore != true && !mayBeKept, $"may be stored: {answer.Headers.CacheControl}"),
            (answer.Content.Headers.ContentType is { MediaType: "text/html" } type && type.CharSet != "utf-8", "has no character set"),
        ];
        return checks.Where(check => check.IsWrong).Select(check => check.What);
    }

    private HttpRequestMessage RequestOf(string endpoint)
    {
        var (method, route) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = route.Replace("/datasets/{id:int}", $"/datasets/{site.DatasetId}").Replace("/runs/{id:int}", $"/runs/{site.RunId}").Replace("/segments/{id:int}", $"/segments/{site.SegmentIds[0]}")
            .Replace("{id:int}", "1").Replace("{import:int}", "1").Replace("{chart}", "scatter").Replace("{documentName}", "v1").Replace("{*path}", "no/such/route").Replace("{**key}", "A1");
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        // Nothing is to be changed here: what writes gets something that it refuses.
        request.Content = method is "POST" or "PATCH" or "PUT" ? JsonContent.Create(new { nonsense = 1 }) : null;
        return method == "DELETE" ? new HttpRequestMessage(HttpMethod.Delete, path.Replace("A1", "nobody")) : request;
    }
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Api;

public sealed class ApiSetupTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_document_lists_every_route_of_the_api_and_no_other()
    {
        var document = JsonDocument.Parse(await site.Api().GetStringAsync("/openapi/v1.json")).RootElement;
        var listed = from path in document.GetProperty("paths").EnumerateObject()
                     where path.Name.StartsWith("/api/v1", StringComparison.Ordinal)
                     from operation in path.Value.EnumerateObject()
                     select $"{operation.Name.ToUpperInvariant()} {path.Name.TrimEnd('/')}";

        Assert.Equal(Routes().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/no/such/route")]
    [InlineData("/api/v1/datasets/one")]
    [InlineData("/api/v1/datasets/1/..%2f..%2fsecret")]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/runs/1/nothing.csv")]
    [InlineData("/api/v1/datasets/99999999999")]
    public async Task An_unknown_route_is_a_problem_and_no_page(string path)
    {
        var answer = await site.Api().GetAsync(path);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty((await answer.JsonAsync(HttpStatusCode.NotFound)).Text("detail")!);
    }

    [Fact]
    public async Task A_body_must_be_json()
    {
        var answer = await site.Api().PostAsync("/api/v1/runs", new StringContent("datasetId=1", null, "application/x-www-form-urlencoded"));

        Assert.Contains("content type", (await answer.JsonAsync(HttpStatusCode.NotFound)).Text("detail"));
    }

    private IEnumerable<string> Routes() =>
        from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let route = "/" + Regex.Replace(endpoint.RoutePattern.RawText!, ":[a-z]+}", "}").Trim('/')
        where route.StartsWith("/api/v1", StringComparison.Ordinal)
        // What answers for routes that are none has no method.
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        select $"{method} {route.Replace("**", "")}";
}

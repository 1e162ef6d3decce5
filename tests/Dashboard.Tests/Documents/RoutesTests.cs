using Dashboard.Tests.Demo;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Documents;

public sealed class RoutesTests
{
    [Theory]
    [InlineData("README.md", 7)]
    [InlineData("src/README.md", 2)]
    [InlineData("docs/model-file.md", 3)]
    public void Every_route_that_is_named_exists(string document, int atLeast)
    {
        using var site = new DemoSite(demo: false);
        var endpoints = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Order != int.MaxValue).ToList();

        var named = Repository.Find(Repository.Read(document), @"(/(?:api/v1|health|openapi)/[^\s`""?,]+)");

        Assert.True(named.Count >= atLeast, $"Only {named.Count} routes were found in {document}.");
        Assert.All(named, path => Assert.Contains(endpoints, endpoint => Matches(endpoint, path)));
    }

    private static bool Matches(RouteEndpoint endpoint, string path)
    {
        // "{id}" in a text stands for any number.
        var concrete = path.Replace("{id}", "1", StringComparison.Ordinal).TrimEnd('/', '.', ';');
        var template = new RouteTemplate(endpoint.RoutePattern);
        return !template.Parameters.Any(p => p.IsCatchAll) && new TemplateMatcher(template, []).TryMatch(concrete, []);
    }
}

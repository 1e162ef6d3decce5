using System.Net;
using Dashboard.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>Every endpoint of the site, tried by everybody. A new endpoint fails here until it has its line in the table.</summary>
public sealed class WhoMayTests(Site site) : IClassFixture<Site>
{
    private const string NoSuchId = "999999";

    [Fact]
    public async Task Each_endpoint_lets_in_those_whom_the_table_names_and_nobody_else()
    {
        var callers = await CallersAsync();
        var real = await RealAsync();
        var found = new Dictionary<string, string>();
        foreach (var (endpoint, method) in Endpoints())
        {
            var let = new List<string>();
            foreach (var caller in callers)
            {
                if (await MayAsync(caller, endpoint, method, real))
                {
                    let.Add(caller.Name);
                }
            }
            found[$"{method} {RouteOf(endpoint)}"] = string.Join(' ', let);
        }
        Assert.Empty(Lines(found).Except(Lines(WhoMay.Table)));
        Assert.Empty(Lines(WhoMay.Table).Except(Lines(found)));
    }

    [Fact]
    public async Task Files_of_the_site_itself_are_open_to_all()
    {
        var answer = await site.Visitor().Client.GetAsync("/css/base.css");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", "/sign-in?ReturnUrl=%2F")]
    [InlineData("/runs/1/assignments.csv", "/sign-in?ReturnUrl=%2Fruns%2F1%2Fassignments.csv")]
    public async Task Who_is_not_signed_in_is_sent_to_the_sign_in_page_and_back(string path, string to)
    {
        var answer = await site.Visitor().Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.PathAndQueryOrSelf());
    }

    private static IEnumerable<string> Lines(Dictionary<string, string> table) => table.Select(line => $"{line.Key}: {line.Value}");

    private async Task<List<Caller>> CallersAsync()
    {
        var callers = new List<Caller> { new("nobody", site.Visitor().Client, "") };
        foreach (var role in Roles.All)
        {
            var visitor = await site.SignedInAsync(role);
            callers.Add(new(role.ToLowerInvariant(), visitor.Client, await visitor.TokenAsync("/datasets/new")));
        }
        foreach (var scope in Rights.Scopes)
        {
            callers.Add(new(scope, await site.ApiWithScopesAsync(scope), ""));
        }
        return callers;
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method)> Endpoints() =>
        from endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        from method in IsPage(endpoint) ? ["GET", "POST"] : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        // The development tools look for style sheets that were added since the build; a published site has no such route.
        where method != "HEAD" && RouteOf(endpoint) != "/{**path:file}"
        orderby RouteOf(endpoint) == "/sign-out"
        select (endpoint, method);

    private static async Task<bool> MayAsync(Caller caller, RouteEndpoint endpoint, string method, Func<string, string> real)
    {
        // A form is refused for the person's sake, not for want of what it is about.
        var route = IsPage(endpoint) && method != "GET" ? real(RouteOf(endpoint)) : RouteOf(endpoint);
        var request = new HttpRequestMessage(new HttpMethod(method), Filled(route));
        if (method != "GET")
        {
            request.Content = IsPage(endpoint)
                ? new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", caller.Token)])
                : new StringContent("{}", null, "application/json");
        }
        var answer = await caller.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var sentTo = answer.Headers.Location?.PathAndQueryOrSelf() ?? "";
        return answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            && !sentTo.StartsWith("/sign-in?", StringComparison.Ordinal) && !sentTo.StartsWith("/not-allowed", StringComparison.Ordinal);
    }

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private static string RouteOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private async Task<Func<string, string>> RealAsync()
    {
        var dataset = (await site.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        var run = await site.Api().RunAsync(new { datasetId = dataset, k = 2 });
        var segment = run.Items("segments")[0].Id();
        var selection = (await site.Api().AdviseAsync(new { datasetId = dataset })).Id();
        var draft = (await (await site.SignedInAsync()).UploadAsync("draft.csv", Shoppers.Many(5))).Headers.Location!.OriginalString.Split('/')[2];
        var batch = (await (await site.SignedInAsync()).UploadAsync("placed.csv", Shoppers.TwoGroups, "/predictions/batch")).Headers.Location!.OriginalString.Split('/')[3];
        return route => route.Replace("/predictions/batch/{id:int}", $"/predictions/batch/{batch}").Replace("/imports/{import:int}", "/imports/1").Replace("/imports/{id:int}", $"/imports/{draft}").Replace("/datasets/{id:int}", $"/datasets/{dataset}").Replace("/selections/{id:int}", $"/selections/{selection}").Replace("/runs/{id:int}", $"/runs/{run.Id()}").Replace("/segments/{id:int}", $"/segments/{segment}");
    }

    private static string Filled(string route) => route
        .Replace("{id:int}", NoSuchId).Replace("{chart}", "scatter").Replace("{documentName}", "v1").Replace("{*path}", "no/such/route");

    private sealed record Caller(string Name, HttpClient Client, string Token);
}

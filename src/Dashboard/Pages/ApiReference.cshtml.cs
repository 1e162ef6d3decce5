using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages;

/// <summary>A readable page of the API, made from the routes themselves.</summary>
public sealed class ApiReference(EndpointDataSource endpoints) : PageModel
{
    private const string Root = "/api/v1";

    public sealed record Route(string Method, string Path, string Scope);

    public string Base => $"{Request.Scheme}://{Request.Host}{Root}";

    public IReadOnlyList<Route> Routes =>
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           let path = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(":int", "").Replace("{**", "{")
           where path.StartsWith(Root, StringComparison.Ordinal) && !path.Contains('*')
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           orderby path, method
           select new Route(method, path, endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy?.Split(':')[^1] ?? ""),
    ];
}

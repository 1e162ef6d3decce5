using System.Security.Cryptography;
using System.Text;
using Charts;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Reports;
using Dashboard.Runs;
using Dashboard.Selections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>Charts as files, with the choices in their addresses. A tag stands for all that is drawn, names included.</summary>
internal static class ChartFiles
{
    private const double Width = 720;
    private const double Height = 480;

    public static void MapCharts(this IEndpointRouteBuilder routes, string? read)
    {
        RouteHandlerBuilder[] charts =
        [
            routes.MapGet("/runs/{id:int}/charts/{chart}.svg", (int id, string chart, [AsParameters] ChartChoice choice, HttpContext http) => SvgAsync(http, OfRunAsync(id, chart, choice, http.RequestServices))),
            routes.MapGet("/runs/{id:int}/charts/{chart}.png", (int id, string chart, [AsParameters] ChartChoice choice, HttpContext http) => PngAsync(http, OfRunAsync(id, chart, choice, http.RequestServices))),
            routes.MapGet("/datasets/{id:int}/charts/{chart}.svg", (int id, string chart, HttpContext http) => SvgAsync(http, OfCustomersAsync(id, chart, http))),
            routes.MapGet("/datasets/{id:int}/charts/{chart}.png", (int id, string chart, HttpContext http) => PngAsync(http, OfCustomersAsync(id, chart, http))),
            routes.MapGet("/selections/{id:int}/charts/{chart}.svg", (int id, string chart, HttpContext http) => SvgAsync(http, OfAdviceAsync(id, chart, http.RequestServices))),
            routes.MapGet("/selections/{id:int}/charts/{chart}.png", (int id, string chart, HttpContext http) => PngAsync(http, OfAdviceAsync(id, chart, http.RequestServices))),
        ];
        foreach (var chart in charts)
        {
            _ = read is null ? chart.RequireAuthorization() : chart.RequireAuthorization(read);
        }
    }

    private static async Task<IResult> SvgAsync(HttpContext http, Task<(Chart?, IResult)> drawing)
    {
        var (chart, problem) = await drawing;
        if (chart is null)
        {
            return problem;
        }
        var svg = Encoding.UTF8.GetBytes(Svg.Write(chart.Draw(Width, Height)));
        Keep(http.Response);
        return TypedResults.Bytes(svg, "image/svg+xml", entityTag: Tag(svg));
    }

    private static async Task<IResult> PngAsync(HttpContext http, Task<(Chart?, IResult)> drawing)
    {
        var (chart, problem) = await drawing;
        var printer = http.RequestServices.GetRequiredService<ReportPrinter>();
        if (chart is null || printer.WhyNot is not null)
        {
            return chart is null ? problem : Downloads.NoBrowser(printer);
        }
        var picture = chart.Draw(Width, Height);
        var svg = Svg.Write(picture);
        var tag = Tag(Encoding.UTF8.GetBytes(svg + ".png"));
        Keep(http.Response);
        // Known before the browser has to draw it again.
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        try
        {
            return TypedResults.Bytes(await printer.PictureAsync(svg, picture.Width, picture.Height, http.RequestAborted), "image/png", entityTag: tag);
        }
        catch (PrinterBusy busy)
        {
            return Downloads.Busy(http.Response, busy);
        }
    }

    private static async Task<(Chart?, IResult)> OfRunAsync(int id, string chart, ChartChoice choice, IServiceProvider services)
    {
        if (await services.GetRequiredService<DashboardDb>().Runs.WithSegmentsAsync(id) is not { } run)
        {
            return (null, Problems.NotFound("run", id));
        }
        if (run.Status != WorkStatus.Completed)
        {
            return (null, Problems.NotCompleted(run));
        }
        var drawing = await services.GetRequiredService<RunCharts>().DrawAsync(chart, run, choice);
        return (drawing.Chart, None(drawing.Caption));
    }

    private static async Task<(Chart?, IResult)> OfCustomersAsync(int id, string chart, HttpContext http)
    {
        if (await http.RequestServices.GetRequiredService<DashboardDb>().Imports.VisibleAsync(id) is not { } import)
        {
            return (null, Problems.NotFound("data set with customers", id));
        }
        var drawn = http.RequestServices.GetRequiredService<ExploreCharts>().Draw(chart, import, ExploreWish.Read(http.Request.Query, import.Dataset));
        return (drawn, None(chart, "these customers", ExploreCharts.Names));
    }

    private static async Task<(Chart?, IResult)> OfAdviceAsync(int id, string chart, IServiceProvider services)
    {
        if (await services.GetRequiredService<DashboardDb>().Selections.FindAsync(id) is not { } selection)
        {
            return (null, Problems.NotFound("selection", id));
        }
        return SelectionFindings.Of(selection) is not { } found ? (null, Problems.NotCompleted(selection))
            : (SelectionCharts.Draw(chart, found), None(chart, "this advice", SelectionCharts.Names));
    }

    private static ProblemHttpResult None(string chart, string of, string[] names) => None($"There is no chart \"{chart}\" of {of}. There are: {string.Join(", ", names)}.");

    private static ProblemHttpResult None(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    private static void Keep(HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
    }

    private static EntityTagHeaderValue Tag(byte[] content) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..8])}\"");
}

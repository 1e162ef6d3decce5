using System.Security.Cryptography;
using System.Text;
using Charts;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Models;
using Dashboard.Reports;
using Dashboard.Runs;
using Dashboard.Selections;
using Dashboard.Targets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
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
            routes.MapGet("/runs/{id:int}/charts/{chart}.pdf", (int id, string chart, [AsParameters] ChartChoice choice, HttpContext http) => PdfAsync(http, OfRunAsync(id, chart, choice, http.RequestServices))),
            .. Three("/runs/{id:int}/classifier", (id, chart, http) => OfClassifierAsync(id, chart, http.RequestServices)),
            .. Three("/runs/{id:int}/targets", (id, chart, http) => OfTargetsAsync(id, chart, http.RequestServices)),
            .. Three("/datasets/{id:int}", OfCustomersAsync),
            .. Three("/selections/{id:int}", (id, chart, http) => OfAdviceAsync(id, chart, http.RequestServices)),
        ];
        foreach (var chart in charts)
        {
            _ = read is null ? chart.RequireAuthorization() : chart.RequireAuthorization(read);
        }

        RouteHandlerBuilder[] Three(string of, Func<int, string, HttpContext, Task<(ChartSheet?, IResult)>> drawAsync) =>
        [
            routes.MapGet(of + "/charts/{chart}.svg", (int id, string chart, HttpContext http) => SvgAsync(http, drawAsync(id, chart, http))),
            routes.MapGet(of + "/charts/{chart}.png", (int id, string chart, HttpContext http) => PngAsync(http, drawAsync(id, chart, http))),
            routes.MapGet(of + "/charts/{chart}.pdf", (int id, string chart, HttpContext http) => PdfAsync(http, drawAsync(id, chart, http))),
        ];
    }

    private static async Task<IResult> SvgAsync(HttpContext http, Task<(ChartSheet?, IResult)> drawing)
    {
        var (sheet, problem) = await drawing;
        if (sheet is null)
        {
            return problem;
        }
        var svg = Encoding.UTF8.GetBytes(Svg.Write(sheet.Chart.Draw(Width, Height)));
        Keep(http.Response);
        return TypedResults.Bytes(svg, "image/svg+xml", entityTag: Tag(svg));
    }

    private static Task<IResult> PngAsync(HttpContext http, Task<(ChartSheet?, IResult)> drawing) => PrintedAsync(http, drawing, "image/png", (printer, sheet) =>
    {
        var picture = sheet.Chart.Draw(Width, Height);
        return printer.PictureAsync(Svg.Write(picture), picture.Width, picture.Height, http.RequestAborted);
    });

    /// <summary>The print form: the picture on a sheet of paper with what to see in it and its figures.</summary>
    private static Task<IResult> PdfAsync(HttpContext http, Task<(ChartSheet?, IResult)> drawing) => PrintedAsync(http, drawing, "application/pdf", async (printer, sheet) =>
    {
        var html = await http.RequestServices.GetRequiredService<ViewText>().RenderAsync("/Pages/Shared/_ChartSheet.cshtml", sheet);
        return await printer.PrintAsync(html, sheet.Source, http.RequestAborted);
    });

    private static async Task<IResult> PrintedAsync(HttpContext http, Task<(ChartSheet?, IResult)> drawing, string type, Func<ReportPrinter, ChartSheet, Task<byte[]>> print)
    {
        var (sheet, problem) = await drawing;
        var printer = http.RequestServices.GetRequiredService<ReportPrinter>();
        if (sheet is null || printer.WhyNot is not null)
        {
            return sheet is null ? problem : Downloads.NoBrowser(printer);
        }
        var tag = Tag(Encoding.UTF8.GetBytes(type + sheet.Source + sheet.Caption + Svg.Write(sheet.Chart.Draw(Width, Height))));
        Keep(http.Response);
        // Known before the browser has to draw it again.
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.GetTypedHeaders().ETag = tag;
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        try
        {
            return TypedResults.Bytes(await print(printer, sheet), type, entityTag: tag);
        }
        catch (PrinterBusy busy)
        {
            return Downloads.Busy(http.Response, busy);
        }
    }

    private static async Task<(ChartSheet?, IResult)> OfRunAsync(int id, string chart, ChartChoice choice, IServiceProvider services)
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
        return (drawing.Chart is null ? null : new(drawing.Chart, drawing.Caption, $"{run.Name} · {run.Dataset.Name}, version {run.DatasetVersion}"), None(drawing.Caption));
    }

    private static async Task<(ChartSheet?, IResult)> OfClassifierAsync(int id, string chart, IServiceProvider services)
    {
        var db = services.GetRequiredService<DashboardDb>();
        if (await db.Runs.WithSegmentsAsync(id) is not { } run || await db.Classifiers.ScoresAsync(id) is not { } scores)
        {
            return (null, Problems.NotFound("trained classifier of run", id));
        }
        var drawn = ClassifierCharts.Draw(chart, scores, run);
        return (drawn is null ? null : new(drawn, ClassifierCharts.Caption(scores, run), $"{run.Name} · {run.Dataset.Name}, version {run.DatasetVersion}"), None(chart, "this classifier", ClassifierCharts.Names));
    }

    private static async Task<(ChartSheet?, IResult)> OfTargetsAsync(int id, string chart, IServiceProvider services)
    {
        if (await services.GetRequiredService<DashboardDb>().Runs.Include(r => r.Dataset.Columns).WithSegmentsAsync(id) is not { Status: WorkStatus.Completed } run)
        {
            return (null, Problems.NotFound("completed run", id));
        }
        var drawn = chart == "evaluation" ? (await services.GetRequiredService<TargetSheets>().OfAsync(run)).Plot() : null;
        return (drawn is null ? null : new(drawn, "", $"{run.Name} · {run.Dataset.Name}, version {run.DatasetVersion}"),
            None("There is one chart of targets, \"evaluation\", once a segment has scores both ways."));
    }

    private static async Task<(ChartSheet?, IResult)> OfCustomersAsync(int id, string chart, HttpContext http)
    {
        if (await http.RequestServices.GetRequiredService<DashboardDb>().Imports.VisibleAsync(id) is not { } import)
        {
            return (null, Problems.NotFound("data set with customers", id));
        }
        var drawn = http.RequestServices.GetRequiredService<ExploreCharts>().Draw(chart, import, ExploreWish.Read(http.Request.Query, import.Dataset));
        return (drawn is null ? null : new(drawn, "", $"{import.Dataset.Name}, version {import.Dataset.Version}"), None(chart, "these customers", ExploreCharts.Names));
    }

    private static async Task<(ChartSheet?, IResult)> OfAdviceAsync(int id, string chart, IServiceProvider services)
    {
        if (await services.GetRequiredService<DashboardDb>().Selections.FindAsync(id) is not { } selection)
        {
            return (null, Problems.NotFound("selection", id));
        }
        if (SelectionFindings.Of(selection) is not { } found)
        {
            return (null, Problems.NotCompleted(selection));
        }
        var drawn = SelectionCharts.Draw(chart, found);
        return (drawn is null ? null : new(drawn, SelectionReading.Of(chart, found), $"How many segments? {string.Join(", ", SelectionSettings.Of(selection).Wish.Features)}"), None(chart, "this advice", SelectionCharts.Names));
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

using System.Net.Mime;
using System.Text;
using Charts;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Dashboard.Reports;
using Dashboard.Runs;
using Dashboard.Selections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>Files to take away. Mapped twice, for people by cookie and for programs by key, over the same handlers.</summary>
public static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes, string? read, string export)
    {
        routes = read is null ? routes.MapGroup("").AddEndpointFilter(PageInsteadOfProblem) : routes;
        routes.MapGet("/datasets/{id:int}/rejects.csv", RejectsAsync).RequireAuthorization(export);
        routes.MapGet("/datasets/{id:int}/customers.csv", CustomersAsync).RequireAuthorization(export);
        routes.MapGet("/runs/{id:int}/assignments.csv", AssignmentsAsync).RequireAuthorization(export);
        routes.MapGet("/segments/{id:int}/audience.csv", AudienceAsync).RequireAuthorization(export);
        routes.MapGet("/segments/{id:int}/report.pdf", ReportAsync).RequireAuthorization(export);
        foreach (var charts in new[]
        {
            routes.MapGet("/runs/{id:int}/charts/{chart}.svg", ChartAsync),
            routes.MapGet("/datasets/{id:int}/charts/{chart}.svg", ChartOfCustomersAsync),
            routes.MapGet("/selections/{id:int}/charts/{chart}.svg", SelectionChartAsync),
        })
        {
            _ = read is null ? charts.RequireAuthorization() : charts.RequireAuthorization(read);
        }
    }

    /// <summary>People get the page that explains a status, programs the problem details.</summary>
    private static async ValueTask<object?> PageInsteadOfProblem(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        return result is ProblemHttpResult problem ? TypedResults.StatusCode(problem.StatusCode) : result;
    }

    private static async Task<IResult> RejectsAsync(int id, int? import, DashboardDb db, CancellationToken cancellation) =>
        await RejectsCsv.FindAsync(db, id, import) is not { } found ? Problems.NotFound("data set", id)
        : TypedResults.Stream(output => RejectsCsv.WriteAsync(db, found, output, cancellation), MediaTypeNames.Text.Csv, $"rejected-rows-{id}.csv");

    private static async Task<IResult> CustomersAsync(int id, string? format, DashboardDb db, CustomersCsv customers, CancellationToken cancellation)
    {
        if (await db.Imports.VisibleAsync(id) is not { } import)
        {
            return await db.Datasets.FindAsync([id], cancellation) is null ? Problems.NotFound("data set", id)
                : Problems.Conflict("This data set has no customers to download: its import is not ready.");
        }
        return TypedResults.Stream(output => customers.WriteAsync(import.Dataset, FlavourOf(format), output, cancellation), MediaTypeNames.Text.Csv, FileName(import.Dataset.Name, "csv", "customers"));
    }

    private static async Task<IResult> AssignmentsAsync(int id, DashboardDb db, RunCustomers customers, CancellationToken cancellation)
    {
        if (await db.Runs.FindAsync([id], cancellation) is not { } run)
        {
            return Problems.NotFound("run", id);
        }
        return run.Status != WorkStatus.Completed ? Problems.NotCompleted(run)
            : TypedResults.Stream(output => customers.WriteAssignmentsAsync(run, output, cancellation), MediaTypeNames.Text.Csv, $"assignments-{id}.csv");
    }

    private static async Task<IResult> AudienceAsync(int id, string? format, DashboardDb db, RunCustomers customers, CancellationToken cancellation)
    {
        if (await db.Segments.WithRunAsync(id) is not { } segment)
        {
            return Problems.NotFound("segment", id);
        }
        return TypedResults.Stream(output => customers.WriteAudienceAsync(segment, FlavourOf(format), output, cancellation), MediaTypeNames.Text.Csv, FileName(segment.Name, "csv"));
    }

    private static async Task<IResult> ReportAsync(int id, HttpResponse response, SegmentReport report, ReportPrinter printer, DashboardDb db, CancellationToken cancellation)
    {
        if (await db.Segments.FindAsync([id], cancellation) is not { } segment)
        {
            return Problems.NotFound("segment", id);
        }
        if (printer.WhyNot is { } reason)
        {
            return TypedResults.Problem(reason, statusCode: StatusCodes.Status503ServiceUnavailable, title: "No browser to print with");
        }
        try
        {
            return TypedResults.File((await report.PdfAsync(id, cancellation))!, MediaTypeNames.Application.Pdf, FileName(segment.Name, "pdf"));
        }
        catch (PrinterBusy busy)
        {
            response.Headers.RetryAfter = "60";
            return TypedResults.Problem(busy.Message, statusCode: StatusCodes.Status429TooManyRequests, title: "Busy");
        }
    }

    private static async Task<IResult> ChartAsync(int id, string chart, string? x, string? y, int? segment, [FromQuery(Name = "with")] int? other, HttpResponse response, DashboardDb db, RunCharts charts)
    {
        if (await db.Runs.WithSegmentsAsync(id) is not { } run)
        {
            return Problems.NotFound("run", id);
        }
        if (run.Status != WorkStatus.Completed)
        {
            return Problems.NotCompleted(run);
        }
        return Drawn(await charts.DrawAsync(chart, run, x, y, segment, other), chart, "this run", RunCharts.Names, response);
    }

    private static async Task<IResult> ChartOfCustomersAsync(int id, string chart, HttpRequest request, DashboardDb db, ExploreCharts charts)
    {
        if (await db.Imports.VisibleAsync(id) is not { } import)
        {
            return Problems.NotFound("data set with customers", id);
        }
        return Drawn(charts.Draw(chart, import, ExploreWish.Read(request.Query, import.Dataset)), chart, "these customers", ExploreCharts.Names, request.HttpContext.Response);
    }

    private static async Task<IResult> SelectionChartAsync(int id, string chart, HttpResponse response, DashboardDb db)
    {
        if (await db.Selections.FindAsync(id) is not { } selection)
        {
            return Problems.NotFound("selection", id);
        }
        return SelectionFindings.Of(selection) is not { } found ? Problems.NotCompleted(selection)
            : Drawn(SelectionCharts.Draw(chart, found), chart, "this advice", SelectionCharts.Names, response);
    }

    private static IResult Drawn(Chart? drawing, string chart, string of, string[] names, HttpResponse response)
    {
        if (drawing is null)
        {
            return TypedResults.Problem($"There is no chart \"{chart}\" of {of}. There are: {string.Join(", ", names)}.{(chart == "movement" ? " A movement needs another completed run of the same data set (?with=ID)." : "")}", statusCode: StatusCodes.Status404NotFound, title: "Not found");
        }
        var svg = Encoding.UTF8.GetBytes(Svg.Write(drawing.Draw(720, 480)));
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(svg, "image/svg+xml", entityTag: Tag(svg));
    }

    private static EntityTagHeaderValue Tag(byte[] content) => new($"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)[..8])}\"");

    private static CsvFlavour FlavourOf(string? format) => format == "excel" ? CsvFlavour.Excel : CsvFlavour.Plain;

    private static string FileName(string name, string extension, string otherwise = "segment") =>
        $"{(string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',')).Trim() is { Length: > 0 } tidy ? tidy : otherwise)}.{extension}";
}

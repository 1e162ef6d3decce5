using System.Net.Mime;
using Dashboard.Access;
using Dashboard.Batches;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Dashboard.Privacy;
using Dashboard.Reports;
using Dashboard.Runs;
using Dashboard.Selections;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Api;

/// <summary>Files to take away. Mapped twice, for people by cookie and for programs by key, over the same handlers.</summary>
public static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes, string? read, string export)
    {
        routes = read is null ? routes.MapGroup("").AddEndpointFilter(PageInsteadOfProblem) : routes;
        var files = routes.MapGroup("").RequireAuthorization(export).WithMetadata(new NamesPeopleAttribute(NamesPeople.Exported), new DisableRequestTimeoutAttribute());
        files.MapGet("/datasets/{id:int}/rejects.csv", RejectsAsync);
        files.MapGet("/datasets/{id:int}/changes.csv", ChangesAsync);
        files.MapGet("/datasets/{id:int}/customers.csv", CustomersAsync);
        files.MapGet("/customer-data.zip", HeldAsync);
        files.MapGet("/runs/{id:int}/assignments.csv", AssignmentsAsync);
        files.MapGet("/segments/{id:int}/audience.csv", AudienceAsync);
        files.MapGet("/runs/{id:int}/report.pdf", RunReportAsync);
        files.MapGet("/segments/{id:int}/report.pdf", ReportAsync);
        files.MapGet("/predictions/batch/{id:int}/placed.csv", PlacedAsync);
        files.MapModelFiles();
        routes.MapCharts(read);
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

    private static async Task<IResult> ChangesAsync(int id, DashboardDb db, ChangesCsv changes, CancellationToken cancellation) =>
        await db.Imports.VisibleAsync(id) is not { } import ? Problems.NotFound("data set", id)
        : TypedResults.Stream(output => changes.WriteAsync(import.Dataset, output, cancellation), MediaTypeNames.Text.Csv, FileName($"{import.Dataset.Name} changes", "csv", "customers"));

    private static async Task<IResult> CustomersAsync(int id, string? format, DashboardDb db, CustomersCsv customers, CancellationToken cancellation)
    {
        if (await db.Imports.VisibleAsync(id) is not { } import)
        {
            return await db.Datasets.FindAsync([id], cancellation) is null ? Problems.NotFound("data set", id)
                : Problems.Conflict("This data set has no customers to download: its import is not ready.");
        }
        return TypedResults.Stream(output => customers.WriteAsync(import.Dataset, FlavourOf(format), output, cancellation), MediaTypeNames.Text.Csv, FileName(import.Dataset.Name, "csv", "customers"));
    }

    /// <summary>All that is held on the customer with a key, in every data set that has it or in one.</summary>
    private static async Task<IResult> HeldAsync(string? key, int? datasetId, HttpContext http, Pseudonyms pseudonyms, CustomerRecords customers, HeldData held, CancellationToken cancellation)
    {
        var records = (await customers.FindAsync(key ?? "", cancellation)).Where(r => datasetId is null || r.Dataset.Id == datasetId).ToList();
        http.MarkAsNamingPeople(NamesPeople.Exported, pseudonyms.OfCustomer(key ?? ""));
        return records.Count == 0 ? Problems.NotFound("customer", $"with the key \"{key}\"")
            : TypedResults.File(await held.ZipAsync(records, cancellation), MediaTypeNames.Application.Zip, FileName(records[0].Latest.Row.Key, "zip", "customer"));
    }

    private static async Task<IResult> PlacedAsync(int id, string? format, DashboardDb db, PlacedCsv placed, CancellationToken cancellation)
    {
        if (await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellation) is not { } batch)
        {
            return Problems.NotFound("placed file", id);
        }
        return batch.Status != WorkStatus.Completed ? Problems.Conflict("The customers of this file are not placed yet.")
            : TypedResults.Stream(output => placed.WriteAsync(batch, FlavourOf(format), output, cancellation), MediaTypeNames.Text.Csv, FileName($"{FileNames.Title(batch.FileName)} with segments", "csv", "customers"));
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

    /// <summary>The query is that of <see cref="AudienceWish"/>.</summary>
    private static async Task<IResult> AudienceAsync(
        int id, string? tier, string? size, string[]? columns, string? flavour, HttpRequest request, DashboardDb db, RunCustomers customers, CancellationToken cancellation)
    {
        if (await db.Segments.Include(s => s.Run.Dataset.Columns).WithRunAsync(id) is not { } segment)
        {
            return Problems.NotFound("segment", id);
        }
        var wish = AudienceWish.Read(request.Query, new CustomerTable(segment.Run.Dataset).Stored);
        if (wish.Errors.Count > 0)
        {
            return Problems.Invalid(wish.Errors);
        }
        if (wish.Tier is AudienceTier.Core or AudienceTier.Near && Audiences.WhyNot(segment) is { } reason)
        {
            return Problems.Invalid("tier", reason);
        }
        return TypedResults.Stream(output => customers.WriteAudienceAsync(segment, wish, output, cancellation), MediaTypeNames.Text.Csv, FileName(segment.Name, "csv"));
    }

    private static async Task<IResult> ReportAsync(int id, HttpResponse response, CampaignReport report, ReportPrinter printer, DashboardDb db, CancellationToken cancellation) =>
        await db.Segments.AnyAsync(s => s.Id == id, cancellation)
            ? await PrintedAsync(report, printer, response, async () => (await report.OfSegmentAsync(id))!, cancellation)
            : Problems.NotFound("segment", id);

    private static async Task<IResult> RunReportAsync(int id, HttpResponse response, CampaignReport report, ReportPrinter printer, DashboardDb db, CancellationToken cancellation)
    {
        if (await db.Runs.FindAsync([id], cancellation) is not { } run)
        {
            return Problems.NotFound("run", id);
        }
        if (run.Status != WorkStatus.Completed)
        {
            return Problems.NotCompleted(run);
        }
        return run.Noise == run.RowsUsed ? Problems.Conflict("This segmentation found no segments to report on. Run it again with other settings.")
            : await PrintedAsync(report, printer, response, async () => (await report.OfRunAsync(id))!, cancellation);
    }

    private static async Task<IResult> PrintedAsync(CampaignReport report, ReportPrinter printer, HttpResponse response, Func<Task<ReportDocument>> gather, CancellationToken cancellation)
    {
        if (printer.WhyNot is not null)
        {
            return NoBrowser(printer);
        }
        try
        {
            var document = await gather();
            return TypedResults.File(await report.PdfAsync(document, cancellation), MediaTypeNames.Application.Pdf, FileName(document.Name, "pdf"));
        }
        catch (PrinterBusy busy)
        {
            return Busy(response, busy);
        }
    }

    internal static ProblemHttpResult NoBrowser(ReportPrinter printer) =>
        TypedResults.Problem(printer.WhyNot, statusCode: StatusCodes.Status503ServiceUnavailable, title: "No browser to print with");

    internal static ProblemHttpResult Busy(HttpResponse response, PrinterBusy busy)
    {
        response.Headers.RetryAfter = "60";
        return TypedResults.Problem(busy.Message, statusCode: StatusCodes.Status429TooManyRequests, title: "Busy");
    }

    private static CsvFlavour FlavourOf(string? format) => format == "excel" ? CsvFlavour.Excel : CsvFlavour.Plain;

    private static string FileName(string name, string extension, string otherwise = "segment") =>
        $"{(string.Concat(name.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',')).Trim() is { Length: > 0 } tidy ? tidy : otherwise)}.{extension}";
}

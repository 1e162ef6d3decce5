using System.Net.Mime;
using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Api;

public static class AuditCsv
{
    public static void MapAuditCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/audit.csv", Write).RequireAuthorization(Rights.Administer).WithMetadata(new NamesPeopleAttribute("audit.exported")).DisableRequestTimeout();

    private static IResult Write([AsParameters] AuditWish wish, DashboardDb db, AuditQueue queue, LocalTime time, CancellationToken cancellation) => TypedResults.Stream(async output =>
    {
        await queue.FlushAsync(cancellation);
        await using var csv = new CsvText(output);
        csv.Row("id", "at", "who", "what", "about", "address", "hash");
        await foreach (var entry in wish.Of(db.Audit.AsNoTracking(), time).OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            csv.Number(entry.Id);
            csv.Text(entry.At.ToString("O"));
            csv.Text(entry.Who);
            csv.Text(entry.What);
            csv.Text(entry.About);
            csv.Text(entry.Address ?? "");
            csv.Text(Convert.ToHexStringLower(entry.Hash));
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }, MediaTypeNames.Text.Csv, "audit.csv");
}

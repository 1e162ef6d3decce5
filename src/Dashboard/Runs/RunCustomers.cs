using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>Who is in which segment, for downloads: what is listed is what the run used.</summary>
public sealed class RunCustomers(DashboardDb db, CustomerStore store, Audiences audiences)
{
    /// <summary>customer, segment, segmentName, distance; customers that were left out have an empty segment.</summary>
    public async Task WriteAssignmentsAsync(Run run, Stream output, CancellationToken cancellation)
    {
        var names = await db.Segments.Where(s => s.RunId == run.Id).ToDictionaryAsync(s => s.Index, s => s.Name, cancellation);
        var dataset = await db.Datasets.Include(d => d.Columns).SingleAsync(d => d.Id == run.DatasetId, cancellation);
        await using var csv = new CsvText(output);
        csv.Row("customer", "segment", "segmentName", "distance");
        using var reader = store.Read(dataset, run.DatasetVersion);
        foreach (var customer in reader.Assigned(run.Id))
        {
            csv.Text(customer.Key);
            csv.Number(customer.Segment);
            csv.Text(customer.Segment is null ? "" : names[customer.Segment.Value]);
            csv.Number(customer.Distance);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    /// <summary>The customers of one segment as they are wished for; each says which segment it is in, and with a tier how clearly it belongs.</summary>
    public async Task WriteAudienceAsync(Segment segment, AudienceWish wish, Stream output, CancellationToken cancellation)
    {
        var names = segment.Run.Segments.ToDictionary(s => s.Index, s => s.Name);
        using var reader = store.Read(segment.Run.Dataset, segment.Run.DatasetVersion);
        await using var csv = new CsvText(output, wish.Flavour);
        csv.Row([segment.Run.Dataset.KeyName, .. wish.Columns.Select(c => c.Name), "Segment", .. wish.Tier is null ? Array.Empty<string>() : ["Tier"]]);
        foreach (var (member, index, tier) in wish.Tier is null ? InOrder(segment, reader) : audiences.Of(segment, reader).Listed(reader, wish))
        {
            csv.Customer(member, reader.Stored, wish.Columns);
            csv.Text(names[index]);
            if (tier is { } known)
            {
                csv.Text(AudienceWish.Name(known));
            }
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    private static IEnumerable<(CustomerRow, int, AudienceTier?)> InOrder(Segment segment, CustomerReader reader) =>
        reader.Members(segment.RunId, segment.Index).Select(member => (member, segment.Index, (AudienceTier?)null));
}

using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>Who is in which segment, for downloads: what is listed is what the run used.</summary>
public sealed class RunCustomers(DashboardDb db, CustomerStore store)
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

    /// <summary>The customers of one segment with all their values, in the order of the file.</summary>
    public async Task WriteAudienceAsync(Segment segment, CsvFlavour flavour, Stream output, CancellationToken cancellation)
    {
        var dataset = await db.Datasets.Include(d => d.Columns).SingleAsync(d => d.Id == segment.Run.DatasetId, cancellation);
        using var reader = store.Read(dataset, segment.Run.DatasetVersion);
        await using var csv = new CsvText(output, flavour);
        csv.Row([dataset.KeyName, .. reader.Stored.Select(c => c.Name), "Segment"]);
        foreach (var member in reader.Members(segment.RunId, segment.Index))
        {
            csv.Customer(member, reader.Stored);
            csv.Text(segment.Name);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }
}

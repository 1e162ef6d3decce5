using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>Every value that the last import changed, as it was and as it is.</summary>
public sealed class ChangesCsv(CustomerStore store)
{
    public async Task WriteAsync(Dataset dataset, Stream output, CancellationToken cancellation)
    {
        using var reader = store.Read(dataset, dataset.Version);
        await using var csv = new CsvText(output);
        csv.Row(dataset.KeyName, "column", "before", "after");
        foreach (var (before, after) in reader.Changed())
        {
            for (var i = 0; i < reader.Stored.Count; i++)
            {
                if (!Equals(before.Values[i], after.Values[i]))
                {
                    csv.Text(after.Key);
                    csv.Text(reader.Stored[i].Name);
                    csv.Value(before, i);
                    csv.Value(after, i);
                    await csv.EndRowAsync(cancellation);
                }
            }
        }
        await csv.FlushAsync(cancellation);
    }
}

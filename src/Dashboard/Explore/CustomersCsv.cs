using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Explore;

/// <summary>The customers of a data set as they were understood: keys trimmed, numbers and dates in one form, missing values empty.</summary>
public sealed class CustomersCsv(CustomerStore store)
{
    public async Task WriteAsync(Dataset dataset, CsvFlavour flavour, Stream output, CancellationToken cancellation)
    {
        using var reader = store.Read(dataset, dataset.Version);
        await using var csv = new CsvText(output, flavour);
        csv.Row([dataset.KeyName, .. reader.Stored.Select(c => c.Name)]);
        foreach (var customer in reader.All())
        {
            csv.Customer(customer, reader.Stored);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }
}

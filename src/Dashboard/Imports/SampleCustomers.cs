using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>The made-up customers that come with the site, for a first look; marked as a sample.</summary>
public sealed class SampleCustomers(Uploads uploads, ImportRequest request)
{
    private const string FileName = "sample-customers.csv";

    public async Task<Import> RequestAsync(string user, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, FileName));
        var upload = await uploads.StoreAsync(file, FileName, cancellation);
        return (await request.MakeAsync(upload, new("Sample customers", IsSample: true), [], options => options, user)).Import;
    }
}

using Dashboard.Tests;

namespace Browser.Tests;

/// <summary>A site with so many customers that work on them can be watched.</summary>
public sealed class BusySite : PeopledSite
{
    public const int Customers = 300_000;

    public string File => Path.Combine(Process.Folder, "many.csv");
    public int DatasetId { get; private set; }

    protected override async Task FillAsync()
    {
        await System.IO.File.WriteAllTextAsync(File, Shoppers.Many(Customers));
        var dataset = await Api.ImportAsync(await System.IO.File.ReadAllBytesAsync(File), "many.csv", ("name", "Many"));
        Assert.Equal("ready", dataset.Text("status"));
        DatasetId = dataset.Id();
    }
}

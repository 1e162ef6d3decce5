namespace Dashboard.Tests.Access;

/// <summary>Customers with keys that stand nowhere else, so that an answer which names one is known by its text.</summary>
public sealed class Marsupials : Site, IAsyncLifetime
{
    public const string Marker = "quokka-";

    public int DatasetId { get; private set; }
    public int RunId { get; private set; }

    public async Task InitializeAsync()
    {
        var csv = "Customer ID,Income,Spending\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"{Marker}{i},{(i % 2 == 0 ? 10 : 90) + i / 10.0},{i % 5}\n"));
        DatasetId = (await Api().ImportAsync(csv, ("name", "Marsupials"))).Id();
        await Api().ImportAsync(csv + $"{Marker}13,none at all,2\n", ("name", "With a rejected row"), ("columns", """[{"source":"Income","role":"number"}]"""));
        RunId = (await Api().RunAsync(new { datasetId = DatasetId, k = 2 })).Id();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
}

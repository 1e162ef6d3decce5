using System.Globalization;
using System.Text;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Models;

/// <summary>Names, words and gaps that trip up careless SQL.</summary>
public sealed class TenThousandCustomers : Site, IAsyncLifetime
{
    public static readonly string[] All =
    [
        """{"features":["Age","Income (k$)","Spending"],"k":6}""",
        """{"features":["Age","Spending"],"k":7,"scaling":"none"}""",
        """{"features":[{"name":"Income (k$)","log":true,"weight":2},"City",{"name":"It's \"who\"","weight":0.5}],"k":5,"scaling":"minmax"}""",
        """{"features":["Ratio","Depth","Spending"],"derived":[{"name":"Ratio","formula":"-[Spending] / ([Age] - 40) + 1/3"},{"name":"Depth","formula":"max(sqrt([Spending] - 20), log(abs([Income (k$)]) / 7), min([Age], 50, 60 - 2) / 10)"}],"k":4,"scaling":"robust"}""",
        """{"features":["Income (k$)","Spending","Age"],"algorithm":"mixture","k":4}""",
        """{"features":["Income (k$)","Spending"],"algorithm":"mixture","k":3,"covariance":"diagonal","scaling":"none"}""",
        """{"features":["Place","Spending"],"derived":[{"name":"Place","formula":"[Income (k$)] * 1"}],"algorithm":"dbscan","epsilon":1,"minPoints":8,"scaling":"none"}""",
    ];

    public static TheoryData<string> Wishes => [.. All];

    private const int Customers = 10_000;
    private static readonly string[] Columns = ["Customer ID", "Age", "Income (k$)", "Spending", "City", "It's \"who\""];

    public async Task InitializeAsync() => Assert.Equal("ready", (await Api().ImportAsync(Csv(), ("name", "Many; -- \n and more"))).Text("status"));

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public async Task<int> RunAsync(string wish)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(wish)!;
        (json["datasetId"], json["starts"]) = (1, 2);
        var run = await Api().RunAsync(json);
        Assert.True(run.Text("status") == "completed", run.Text("error"));
        return run.Id();
    }

    public List<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>The same by the placer that answers the API.</summary>
    public async Task<List<string>> PlacedAsync(int run)
    {
        await using var scope = Services.CreateAsyncScope();
        var model = (await scope.ServiceProvider.GetRequiredService<RunPlacers>().FindAsync(run))!;
        var rows = new List<string>();
        foreach (var row in Query($"SELECT {string.Join(", ", Columns.Select(c => $"\"{c.Replace("\"", "\"\"")}\""))} FROM dataset_1"))
        {
            var cells = Columns.Zip(row.Split('|')).ToDictionary(cell => cell.First, cell => cell.Second);
            var segment = model.Segment(Place(model, cells));
            rows.Add($"{cells["Customer ID"]}|{segment?.Index}|{segment?.Name}");
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    public string Copy() => $""""
        CREATE TABLE dataset_1 ("Customer ID" text, "Age" integer, "Income (k$)" double precision, "Spending" numeric, "City" text, "It's ""who""" varchar(9));
        COPY dataset_1 FROM STDIN (FORMAT text, DELIMITER '|', NULL '');
        {string.Join('\n', Query("SELECT * FROM dataset_1"))}
        \.

        """";

    private static int Place(PlacingRun model, Dictionary<string, string> cells)
    {
        double[] numbers = [.. model.Placer.Numbers.Select(c => cells[c.Name] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN)];
        string[] words = [.. model.Placer.Words.Select(c => cells[c.Name])];
        return words.Contains("") ? Segment.NoiseIndex : model.Placer.Place(numbers, words)?.Segment ?? Segment.NoiseIndex;
    }

    public static string Csv()
    {
        var random = new Random(7);
        var csv = new StringBuilder("Customer ID,Age,Income (k$),Spending,City,\"It's \"\"who\"\"\"\n");
        for (var i = 0; i < Customers; i++)
        {
            var middle = i % 4 * 20;
            var income = i % 97 == 0 ? "" : Invariant(middle + random.NextDouble() * 30 + (i % 500 == 1 ? 1e6 : 0));
            csv.Append(CultureInfo.InvariantCulture, $"K{i},{(i % 89 == 0 ? "" : random.Next(18, 80))},{income},{random.Next(0, 100) - middle / 2},");
            csv.Append(CultureInfo.InvariantCulture, $"{(i % 83 == 0 ? "" : $"O'Town {random.Next(4)}")},{(random.Next(2) == 0 ? "é'" : "\"x \"\"y\"\"\"")}\n");
        }
        return csv.ToString();
    }

    private static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

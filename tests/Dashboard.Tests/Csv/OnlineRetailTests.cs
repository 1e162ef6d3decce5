using Dashboard.Csv;
using static Dashboard.Csv.ColumnRole;

namespace Dashboard.Tests.Csv;

/// <summary>Half a million lines of a British shop, packed.</summary>
public sealed class OnlineRetailTests
{
    [SkippableFact]
    public void All_lines_are_read()
    {
        var path = RealFiles.Folder("online-retail.csv.gz");
        using var csv = CsvFile.Open(path, CsvDetection.Detect(path));
        var rows = 0;
        for (; csv.Read(); rows++) Assert.Null(csv.Problem);
        Assert.Equal(541_909, rows);
        Assert.Equal(csv.Length, csv.BytesRead);
    }

    // The first ten thousand lines all fall in the first days of December, where 12/1 could be the twelfth of January.
    [SkippableFact]
    public void The_month_comes_first_in_its_dates()
    {
        var path = RealFiles.Folder("online-retail.csv.gz");
        var guesses = ColumnDetection.Guess(path, CsvDetection.Detect(path)).ToDictionary(g => g.Name);
        Assert.Equal((ColumnRole.Date, DateOrder.MonthFirst), (guesses["InvoiceDate"].Role, guesses["InvoiceDate"].DateOrder));
        Assert.Equal([Number, Number, Text, Category], new[] { "Quantity", "UnitPrice", "CustomerID", "Country" }.Select(name => guesses[name].Role));
        Assert.DoesNotContain(guesses.Values, g => g.Role == Key);
    }
}

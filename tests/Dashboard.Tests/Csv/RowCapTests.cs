using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class RowCapTests
{
    [Fact]
    public void Five_million_rows_are_read_and_one_more_is_refused()
    {
        using var onDisk = new CsvOnDisk("");
        using (var file = File.AppendText(onDisk.Path))
        {
            file.Write("a,b\n");
            for (var row = 0; row <= CsvLimits.Rows; row++) file.Write("1,2\n");
        }
        using var csv = onDisk.Open(new CsvFormat("utf-8", ',', '.', 0));
        for (var row = 0; row < CsvLimits.Rows; row++)
            if (!csv.Read()) Assert.Fail($"ends at row {row}");
        var refusal = Assert.Throws<CsvRefused>(() => csv.Read());
        Assert.Equal("The file has more than 5,000,000 rows. Split it into smaller files.", refusal.Message);
    }
}

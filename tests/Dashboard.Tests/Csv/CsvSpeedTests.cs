using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>Run with CSV_SPEED=1 in a Release build on a quiet machine; the goals are in rows and cells per second.</summary>
public sealed class CsvSpeedTests
{
    private const int Rows = 1_000_000;

    [SkippableFact]
    public void A_million_rows_of_six_fields_are_read_in_two_thirds_of_a_second()
    {
        SkipUnlessAsked();
        using var onDisk = new CsvOnDisk(MillionRows());
        var format = onDisk.Format;
        var best = Enumerable.Range(0, 7).Min(_ => Seconds(() => Assert.Equal(Rows * 5, Numbers(onDisk, format))));
        Assert.True(best < Rows / 1.5e6, $"{Rows / best:N0} rows/s");
    }

    [SkippableFact]
    public void Reading_a_million_rows_allocates_next_to_nothing()
    {
        SkipUnlessAsked();
        using var onDisk = new CsvOnDisk(MillionRows());
        var format = onDisk.Format;
        Numbers(onDisk, format);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Numbers(onDisk, format);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [SkippableTheory]
    [InlineData("137")]
    [InlineData("-12345.67")]
    [InlineData("0.5")]
    public void A_plain_number_takes_thirty_nanoseconds_at_most(string cell)
    {
        SkipUnlessAsked();
        var best = Enumerable.Range(0, 7).Min(_ => Seconds(() =>
        {
            for (var n = 0; n < 10_000_000; n++) NumberText.TryParse(cell, '.', out double _);
        }));
        Assert.True(best * 100 < 30, $"{best * 100:N1} ns");
    }

    private static int Numbers(CsvOnDisk onDisk, CsvFormat format)
    {
        using var csv = onDisk.Open(format);
        var numbers = 0;
        while (csv.Read())
            for (var i = 0; i < csv.FieldCount; i++)
                if (!Missing.Is(csv.Field(i)) && NumberText.TryParse(csv.Field(i), '.', out _)) numbers++;
        return numbers;
    }

    private static byte[] MillionRows()
    {
        var random = new Random(1);
        var text = new StringBuilder("CustomerID,Gender,Age,Income,Score,Spend\n");
        for (var row = 1; row <= Rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"{row},{(row % 2 == 0 ? "Male" : "Female")},{random.Next(18, 80)},{random.Next(15, 140)},{random.Next(100)},{random.Next(1_000_000) / 100.0}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static void SkipUnlessAsked() => Skip.If(Environment.GetEnvironmentVariable("CSV_SPEED") is null, "CSV_SPEED is not set");
}

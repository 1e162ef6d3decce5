using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>Files that would fill the memory, take for ever or hide their rows from a trusting reader.</summary>
public sealed class HostileCsvTests
{
    private static readonly CsvFormat Commas = new("utf-8", ',', '.', 0);

    [Fact]
    public void A_quote_never_closed_costs_its_own_line_only()
    {
        var rows = Enumerable.Range(2, 300_000).Select(line => line == 10 ? "10,\"oops\n" : $"{line},Anna\n");
        using var csv = new CsvOnDisk("id,name\n" + string.Concat(rows));
        var records = csv.Records();
        Assert.Equal("10! a quote that opens on line 10 is never closed", Assert.Single(records, r => r.Contains('!')));
        Assert.Equal(300_000, records.Count);
        Assert.Equal("300001: 300001|Anna", records[^1]);
    }

    [Fact]
    public void A_quote_never_closed_near_the_end_costs_its_own_line_only()
    {
        using var csv = new CsvOnDisk("id,name\r\n1,\"oops\r\n2,Anna\r\n3,Bea\r\n");
        Assert.Equal(["2! a quote that opens on line 2 is never closed", "3: 2|Anna", "4: 3|Bea"], csv.Records());
    }

    [Fact]
    public void A_quote_closed_by_the_next_ones_opening_costs_its_own_line_only()
    {
        using var csv = new CsvOnDisk("id,name\n1,\"oops\n2,Anna\n3,\"Bea\"\n4,Cili\n");
        Assert.Equal(["2! a quote that opens on line 2 is never closed", "3: 2|Anna", "4: 3|Bea", "5: 4|Cili"], csv.Records());
    }

    [Fact]
    public void A_line_of_200_megabytes_stops_at_the_record_cap()
    {
        using var csv = new CsvOnDisk("");
        using (var file = File.AppendText(csv.Path))
        {
            file.Write("a,b\n1,2\n3,");
            for (var i = 0; i < 200; i++) file.Write(new string('x', 1 << 20));
            file.Write("\n5,6\n");
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(["2: 1|2", "3! a record longer than 1 MiB", "4: 5|6"], csv.Records(Commas));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 50_000_000);
    }

    [Fact]
    public void A_field_of_32768_characters_is_the_longest()
    {
        using var csv = new CsvOnDisk($"a,b\n1,{new string('é', 32_768)}\n2,{new string('é', 32_769)}\n3,4\n");
        var records = csv.Records();
        Assert.StartsWith("2: 1|é", records[0]);
        Assert.Equal(["3! a field longer than 32,768 characters", "4: 3|4"], records[1..]);
    }

    [Fact]
    public void A_hundred_thousand_delimiters_are_one_rejected_record()
    {
        var header = string.Join(',', Enumerable.Range(1, 256).Select(i => $"c{i}"));
        using var csv = new CsvOnDisk($"{header}\n{new string(',', 50_000)}x{new string(',', 50_000)}\n");
        Assert.Equal(["2! has 100001 fields, the header has 256"], csv.Records());
    }

    [Fact]
    public void A_million_lines_of_commas_are_a_million_empty_records()
    {
        using var onDisk = new CsvOnDisk("a,b,c,d,e\n" + string.Concat(Enumerable.Repeat(",,,,\n\n", 1_000_000)));
        using var csv = onDisk.Open(Commas);
        var empty = 0;
        while (csv.Read() && csv.Problem == "is empty") empty++;
        Assert.Equal(1_000_000, empty);
    }

    // Each line opens a quote whether or not one is open already, so each fresh start would read a megabyte again.
    [Fact]
    public void Quotes_made_to_be_reread_do_not_take_for_ever()
    {
        using var csv = new CsvOnDisk("a,b\n" + string.Concat(Enumerable.Repeat("a\"b,\"c\n", 3_000_000)));
        var records = csv.Records(Commas);
        Assert.All(records, record => Assert.Contains("never closed", record));
        Assert.InRange(records.Count, 65, 200);
    }
}

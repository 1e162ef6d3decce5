using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \n\r\n")]
    public void An_empty_file_is_refused(string text)
    {
        using var csv = new CsvOnDisk(text);
        Assert.Equal("The file is empty.", csv.Refusal());
    }

    [Theory]
    [InlineData("PK\u0003\u0004....[Content_Types].xml", "Excel workbook. Open it in Excel and choose File > Save As > CSV UTF-8.")]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", "Excel workbook. Open it in Excel and choose File > Save As > CSV UTF-8.")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "Excel workbook")]
    [InlineData("PK\u0003\u0004....customers.csv", "ZIP archive")]
    [InlineData("\u001F\u008B\u0008\0", "gzip file")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\u0089PNG\r\n\u001A\n", "PNG")]
    [InlineData("<!DOCTYPE html><table>", "web page")]
    [InlineData("\0\u0001\u0002\u0003\u0004\u0005\u0006binary", "not a text file")]
    public void Something_else_under_a_csv_name_is_refused_by_name(string start, string name)
    {
        using var csv = new CsvOnDisk(Encoding.Latin1.GetBytes(start));
        Assert.Contains(name, csv.Refusal());
    }

    [Fact]
    public void Ten_thousand_columns_are_refused()
    {
        var row = string.Join(',', Enumerable.Range(1, 10_000));
        using var csv = new CsvOnDisk(string.Concat(Enumerable.Repeat(row + "\n", 100)));
        Assert.Equal("The file has 10,000 columns; at most 256 can be read.", csv.Refusal());
    }

    [Fact]
    public void A_header_whose_quote_never_closes_is_refused()
    {
        using var csv = new CsvOnDisk("id,\"name\n1,2\n3,4\n");
        Assert.Equal("The header on line 1 cannot be read: a quote that opens on line 1 is never closed.", csv.Refusal());
    }

    [Fact]
    public void A_first_line_longer_than_a_record_may_be_is_refused()
    {
        using var csv = new CsvOnDisk(new string('x', 3_000_000));
        Assert.Contains("longer than 1 MiB", csv.Refusal());
    }

    [Fact]
    public void A_packed_csv_is_read_under_its_own_name()
    {
        using var csv = CsvOnDisk.Gzip("a,b\n1,2\n"u8.ToArray());
        Assert.Equal(["2: 1|2"], csv.Records());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b\n1,2\n", "not packed")]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", "Excel workbook")]
    public void Something_else_under_a_gzip_name_is_refused_by_name(string text, string name)
    {
        using var csv = new CsvOnDisk(Encoding.Latin1.GetBytes(text), ".csv.gz");
        Assert.Contains(name, csv.Refusal());
    }

    [Fact]
    public void A_workbook_inside_a_gzip_is_refused_by_name()
    {
        using var csv = CsvOnDisk.Gzip("PK\u0003\u0004....xl/workbook.xml"u8.ToArray());
        Assert.Contains("Excel workbook", csv.Refusal());
    }

    [Fact]
    public void A_gzip_that_unpacks_a_hundredfold_is_refused()
    {
        using var csv = CsvOnDisk.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 2_000_000))));
        Assert.Contains("100 times", csv.Refusal());
    }

    [Fact]
    public void A_gzip_larger_than_the_cap_is_refused_while_reading()
    {
        var random = new Random(1);
        using var onDisk = CsvOnDisk.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 200_000).Select(_ => $"{random.Next()},{random.Next()}\n"))));
        using var csv = CsvFile.Open(onDisk.Path, onDisk.Format, maxUnpacked: 2_000_000);
        Assert.Throws<CsvRefused>(() => { while (csv.Read()) { } });
    }

    [Fact]
    public void A_gzip_cut_short_is_refused()
    {
        var random = new Random(1);
        using var whole = CsvOnDisk.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 1000).Select(_ => $"{random.Next()},2\n"))));
        using var half = new CsvOnDisk(File.ReadAllBytes(whole.Path)[..3000], ".csv.gz");
        Assert.Contains("damaged or cut short", half.Refusal());
    }
}

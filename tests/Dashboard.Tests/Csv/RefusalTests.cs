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

    private const string Workbook = "This is an Excel workbook. Open it in Excel and choose File > Save As > CSV UTF-8.";
    private const string WebPage = "This is a web page, not a CSV. Open it in Excel and choose File > Save As > CSV UTF-8.";
    private const string Json = "This is a JSON file. Export the table as CSV and upload that.";

    [Theory]
    [InlineData("PK\u0003\u0004....[Content_Types].xml", Workbook)]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", Workbook)]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", Workbook)]
    [InlineData("PK\u0003\u0004..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "This is an OpenDocument spreadsheet. Open it and choose File > Save As > Text CSV.")]
    [InlineData("PK\u0003\u0004....customers.csv", "This is a ZIP archive. Unpack it and upload the CSV inside.")]
    [InlineData("PK\u0005\u0006", "This is an empty ZIP archive.")]
    [InlineData("\u001F\u008B\u0008\0", "This is a gzip file. Unpack it, or upload it under a name that ends in .csv.gz.")]
    [InlineData("7z\u00BC\u00AF", "This is a 7-Zip archive. Unpack it and upload the CSV.")]
    [InlineData("Rar!\u001A", "This is a RAR archive. Unpack it and upload the CSV.")]
    [InlineData("%PDF-1.7", "This is a PDF. Export the table as CSV and upload that.")]
    [InlineData("{\\rtf1\\ansi", "This is an RTF document. Export the table as CSV and upload that.")]
    [InlineData("\u0089PNG\r\n\u001A\n", "This is a PNG picture. Export the table as CSV and upload that.")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "This is a JPEG picture. Export the table as CSV and upload that.")]
    [InlineData("PAR1", "This is a Parquet file. Export the table as CSV and upload that.")]
    [InlineData("SQLite format 3\0", "This is a SQLite database. Export the table as CSV and upload that.")]
    [InlineData("<!DOCTYPE html><table>", WebPage)]
    [InlineData("\u00EF\u00BB\u00BF\r\n<html><table>", WebPage)]
    [InlineData("<?xml version=\"1.0\"?><Workbook>", "This is an XML file. Open it in Excel and choose File > Save As > CSV UTF-8.")]
    [InlineData("{\"customers\": []}", Json)]
    [InlineData("\n[{\"id\": 1}]", Json)]
    [InlineData("\0\u0001\u0002\u0003\u0004\u0005\u0006binary", "This is not a text file. Export the table as CSV UTF-8 and upload that.")]
    public void Something_else_under_a_csv_name_is_refused_by_name(string start, string refusal)
    {
        using var csv = new CsvOnDisk(Encoding.Latin1.GetBytes(start));
        Assert.Equal(refusal, csv.Refusal());
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
        Assert.Equal("The first line is longer than 1 MiB, so this is not a CSV.", csv.Refusal());
    }

    [Fact]
    public void A_packed_csv_is_read_under_its_own_name()
    {
        using var csv = CsvOnDisk.Gzip("a,b\n1,2\n"u8.ToArray());
        Assert.Equal(["2: 1|2"], csv.Records());
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("a,b\n1,2\n", "This file is named .gz but is not packed. Upload it under a name that ends in .csv.")]
    [InlineData("PK\u0003\u0004....xl/workbook.xml", Workbook)]
    public void Something_else_under_a_gzip_name_is_refused_by_name(string text, string refusal)
    {
        using var csv = new CsvOnDisk(Encoding.Latin1.GetBytes(text), ".csv.gz");
        Assert.Equal(refusal, csv.Refusal());
    }

    [Fact]
    public void A_workbook_inside_a_gzip_is_refused_by_name()
    {
        using var csv = CsvOnDisk.Gzip("PK\u0003\u0004....xl/workbook.xml"u8.ToArray());
        Assert.Equal(Workbook, csv.Refusal());
    }

    [Fact]
    public void A_gzip_that_unpacks_a_hundredfold_is_refused()
    {
        using var csv = CsvOnDisk.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 2_000_000))));
        Assert.Equal("This gzip file unpacks to more than 100 times its size. Upload the CSV itself.", csv.Refusal());
    }

    [Fact]
    public void A_gzip_larger_than_the_cap_is_refused_while_reading()
    {
        var random = new Random(1);
        using var onDisk = CsvOnDisk.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 200_000).Select(_ => $"{random.Next()},{random.Next()}\n"))));
        using var csv = CsvFile.Open(onDisk.Path, onDisk.Format, maxUnpacked: 2 << 20);
        var refusal = Assert.Throws<CsvRefused>(() => { while (csv.Read()) { } });
        Assert.Equal("Unpacked, this file is larger than 2 MB. Split it into smaller files.", refusal.Message);
    }

    [Fact]
    public void A_gzip_cut_short_is_refused()
    {
        var random = new Random(1);
        using var whole = CsvOnDisk.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 1000).Select(_ => $"{random.Next()},2\n"))));
        using var half = new CsvOnDisk(File.ReadAllBytes(whole.Path)[..3000], ".csv.gz");
        Assert.Equal("This gzip file is damaged or cut short. Pack it again.", half.Refusal());
    }
}

using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class CsvPreviewTests
{
    [Fact]
    public void The_first_lines_are_shown_as_they_are_and_as_they_are_read()
    {
        using var csv = new CsvOnDisk("Report\r\n\r\nid;note\r\n1;\"two\r\nlines\"\r\n2;x;y\r\n");
        var preview = CsvPreview.Read(csv.Path, csv.Format);
        Assert.Equal(["1 Report (before)", "2  (before)", "3 id;note", "4 1;\"two", "5 lines\"", "6 2;x;y"],
            preview.Lines.Select(l => $"{l.Number} {l.Text}{(l.IsPreamble ? " (before)" : "")}"));
        Assert.Equal(["id", "note"], preview.Columns);
        Assert.Equal(["4: 1|two\r\nlines", "6! has 3 fields, the header has 2"], preview.Records.Select(Told));
        Assert.Null(preview.Refusal);
    }

    [Fact]
    public void Another_format_shows_the_same_lines_otherwise()
    {
        using var csv = new CsvOnDisk("id;name\n1;Kovács, Anna\n");
        var preview = CsvPreview.Read(csv.Path, csv.Format with { Delimiter = ',', HasHeader = false });
        Assert.Equal(["Column 1"], preview.Columns);
        Assert.Equal(["1: id;name", "2! has 2 fields, the first record has 1"], preview.Records.Select(Told));
    }

    [Fact]
    public void The_encoding_can_be_tried_out()
    {
        using var csv = new CsvOnDisk("id,name\n1,Őrsi Ödön\n", CodePagesEncodingProvider.Instance.GetEncoding(1250)!);
        Assert.Equal("1,Õrsi Ödön", CsvPreview.Read(csv.Path, csv.Format).Lines[1].Text);
        Assert.Equal("1,Őrsi Ödön", CsvPreview.Read(csv.Path, csv.Format with { EncodingName = "windows-1250" }).Lines[1].Text);
    }

    [Theory]
    [InlineData("utf-8", '"', '.', 0, "The character \"\"\" cannot separate columns.")]
    [InlineData("utf-8", ',', ';', 0, "The character \";\" is no decimal mark. Choose a point or a comma.")]
    [InlineData("utf-8", ',', '.', 7, "The file has nothing after its first 7 lines.")]
    [InlineData("utf-8", ',', '.', -1, "The number of lines before the header cannot be negative.")]
    [InlineData("utf-7", ',', '.', 0, "\"utf-7\" is not an encoding that can be read. Save the file as CSV UTF-8.")]
    public void A_format_that_cannot_be_gives_its_reason_in_place_of_records(string encoding, char delimiter, char mark, int preamble, string reason)
    {
        using var csv = new CsvOnDisk("id,name\n1,Anna\n");
        var preview = CsvPreview.Read(csv.Path, new CsvFormat(encoding, delimiter, mark, preamble));
        Assert.Equal(reason, preview.Refusal);
        Assert.Empty(preview.Records);
    }

    [Fact]
    public void Ten_records_are_shown_and_an_endless_line_is_cut()
    {
        using var csv = new CsvOnDisk("id,name\n" + string.Concat(Enumerable.Repeat($"1,{new string('x', 20_000)}\n", 50)));
        var preview = CsvPreview.Read(csv.Path, csv.Format);
        Assert.Equal(10, preview.Records.Count);
        Assert.Equal((101, 501), (preview.Records[0].Fields[1].Length, preview.Lines[1].Text.Length));
        using var endless = new CsvOnDisk(new string('x', 3_000_000));
        Assert.Equal(501, Assert.Single(CsvPreview.Read(endless.Path, new CsvFormat("utf-8", ',', '.', 0)).Lines).Text.Length);
    }

    private static string Told(PreviewRecord record) => record.Problem is null ? $"{record.Line}: {string.Join('|', record.Fields)}" : $"{record.Line}! {record.Problem}";
}

using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class CsvWishTests
{
    [Fact]
    public void A_chosen_delimiter_is_taken_and_the_rest_follows_it()
    {
        using var csv = new CsvOnDisk("Name;a,b\n1,50;2,50\n3,50;4,50\n");
        Assert.Equal(new CsvFormat("utf-8", ';', ',', 0), csv.Format);
        Assert.Equal(new CsvFormat("utf-8", '|', '.', 0), CsvDetection.Detect(csv.Path, new CsvWish(Delimiter: '|')));
    }

    [Fact]
    public void A_chosen_delimiter_goes_before_the_separator_line_which_stays_no_header()
    {
        using var csv = new CsvOnDisk("sep=;\nid,age\n1,20\n");
        Assert.Equal(new CsvFormat("utf-8", ',', '.', 1), CsvDetection.Detect(csv.Path, new CsvWish(Delimiter: ',')));
    }

    [Fact]
    public void Chosen_lines_before_the_header_are_passed_over()
    {
        using var csv = new CsvOnDisk("Name,Total\nid,age\n1,20\n2,30\n");
        var format = CsvDetection.Detect(csv.Path, new CsvWish(PreambleLines: 1));
        Assert.Equal(["3: 1|20", "4: 2|30"], csv.Records(format));
    }

    [Fact]
    public void A_chosen_encoding_and_decimal_mark_are_taken()
    {
        using var csv = new CsvOnDisk("id,x\n1,\"2,5\"\n");
        Assert.Equal(new CsvFormat("windows-1250", ',', '.', 0), CsvDetection.Detect(csv.Path, new CsvWish("windows-1250", DecimalMark: '.')));
    }

    [Fact]
    public void A_wish_that_cannot_be_is_refused()
    {
        using var csv = new CsvOnDisk("id,x\n1,2\n");
        Assert.Throws<CsvRefused>(() => CsvDetection.Detect(csv.Path, new CsvWish("klingon")));
        Assert.Throws<CsvRefused>(() => CsvDetection.Detect(csv.Path, new CsvWish(Delimiter: '"')));
    }
}

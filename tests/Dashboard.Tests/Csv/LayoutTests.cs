using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class LayoutTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_delimiter_is_found(char delimiter)
    {
        using var csv = new CsvOnDisk("id,name,age\n1,Anna,20\n2,Béla,30\n".Replace(',', delimiter));
        Assert.Equal(new CsvFormat("utf-8", delimiter, '.', 0), csv.Format);
        Assert.Equal(["2: 1|Anna|20", "3: 2|Béla|30"], csv.Records());
    }

    [Theory]
    [InlineData("sep=;")]
    [InlineData("\"sep=;\"")]
    [InlineData("SEP=;")]
    public void A_separator_line_is_obeyed_and_is_not_the_header(string line)
    {
        using var csv = new CsvOnDisk($"{line}\r\nid;a,b\r\n1;2,5\r\n");
        Assert.Equal(new CsvFormat("utf-8", ';', ',', 1), csv.Format);
        Assert.Equal(["id", "a,b"], csv.Columns);
        Assert.Equal(["3: 1|2,5"], csv.Records());
    }

    [Fact]
    public void A_separator_line_may_name_any_character()
    {
        using var csv = new CsvOnDisk("sep=^\nid^age\n1^20\n");
        Assert.Equal(["3: 1|20"], csv.Records());
    }

    [Fact]
    public void Any_separator_line_is_read_or_refused()
    {
        for (var c = '\0'; c < 256; c++)
        {
            using var csv = new CsvOnDisk($"sep={c}\na{c}b\n1{c}2\n3{c}4\n");
            try
            {
                Assert.NotEmpty(csv.Records());
            }
            catch (CsvRefused)
            {
                Assert.False(char.IsLetterOrDigit(c));
            }
        }
    }

    [Fact]
    public void A_header_that_its_rows_outgrew_stays_the_header()
    {
        using var csv = new CsvOnDisk("a;b\n1;2;3;4;5\n1;2;3;4;5\n");
        Assert.Equal(["a", "b"], csv.Columns);
    }

    [Theory]
    [InlineData("Sales of 2025\n\nid,name,age\n1,Anna,20\n2,Bea,30\n", 2)]
    [InlineData("Sales of 2025,,\nid,name,age\n1,Anna,20\n2,Bea,30\n", 1)]
    [InlineData("# exported\n# by Anna\nid,name,age\n1,Anna,20\n2,Bea,30\n", 2)]
    [InlineData("One\nTwo\nThree\nFour\nFive\nid,name,age\n1,Anna,20\n2,Bea,30\n", 5)]
    [InlineData("\n\nid,name,age\n1,Anna,20\n2,Bea,30\n", 2)]
    public void Lines_before_the_header_are_passed_over(string text, int preamble)
    {
        using var csv = new CsvOnDisk(text);
        Assert.Equal(preamble, csv.Format.PreambleLines);
        Assert.Equal(["id", "name", "age"], csv.Columns);
        Assert.Equal([$"{preamble + 2}: 1|Anna|20", $"{preamble + 3}: 2|Bea|30"], csv.Records());
    }

    [Fact]
    public void Commas_in_prose_do_not_split_one_column()
    {
        using var csv = new CsvOnDisk("note\nhello\nwell, yes\nno\ngood\n");
        Assert.Equal(["note"], csv.Columns);
    }

    [Fact]
    public void One_column_of_decimal_commas_is_one_column()
    {
        using var csv = new CsvOnDisk("Income\n1,5\n2,5\n3\n4\n");
        Assert.Equal(["Income"], csv.Columns);
    }

    [Fact]
    public void Decimal_commas_do_not_hide_the_semicolons()
    {
        using var csv = new CsvOnDisk("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,25\n");
        Assert.Equal(new CsvFormat("utf-8", ';', ',', 0), csv.Format);
    }

    [Theory]
    [InlineData("a,b\n1,2.5\n", '.')]
    [InlineData("a,b\n1,\"2,5\"\n", ',')]
    [InlineData("a;b\n1;1.234,50\n", ',')]
    [InlineData("a;b\n1;1,234.50\n", '.')]
    [InlineData("a;b\n1;1,234\n", ',')]
    [InlineData("a,b\n1,\"1,234\"\n", '.')]
    [InlineData("a;b\n1;2\n", '.')]
    public void The_decimal_mark_is_voted_for_by_cells_that_allow_one_only(string text, char mark)
    {
        using var csv = new CsvOnDisk(text);
        Assert.Equal(mark, csv.Format.DecimalMark);
    }

    [Theory]
    [InlineData("a,b\r1,2\r\r3,4", 4)]
    [InlineData("a,b\n1,2\n\n3,4", 4)]
    [InlineData("a,b\r\n1,2\r\n\r\n3,4\r\n", 4)]
    [InlineData("a,b\r\n1,2\n3,4\r", 3)]
    public void Every_line_ending_gives_the_same_rows(string text, int last)
    {
        using var csv = new CsvOnDisk(text);
        Assert.Equal(["2: 1|2", $"{last}: 3|4"], csv.Records());
    }
}

using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class CsvFileTests
{
    [Fact]
    public void A_header_alone_is_a_file_without_records()
    {
        using var csv = new CsvOnDisk("id,name");
        Assert.Equal(["id", "name"], csv.Columns);
        Assert.Empty(csv.Records());
    }

    [Fact]
    public void A_quoted_field_may_hold_line_breaks_quotes_and_delimiters()
    {
        using var csv = new CsvOnDisk("id,note\r\n1,\"a\r\n\"\"b\"\", c\"\r\n2,x\r\n");
        Assert.Equal(["2: 1|a\r\n\"b\", c", "4: 2|x"], csv.Records());
    }

    [Fact]
    public void A_lone_quote_inside_a_field_is_data()
    {
        using var csv = new CsvOnDisk("id,size\n1,5\" pipe\n");
        Assert.Equal(["2: 1|5\" pipe"], csv.Records());
    }

    [Fact]
    public void A_quote_after_a_blank_opens_a_field()
    {
        using var csv = new CsvOnDisk("\"id\", \"name\"\n1, \"Kovács, Anna\"\n");
        Assert.Equal(["id", "name"], csv.Columns);
        Assert.Equal(["2: 1|Kovács, Anna"], csv.Records());
    }

    [Fact]
    public void Text_after_a_closing_quote_is_a_problem_and_not_mangled()
    {
        using var csv = new CsvOnDisk("id,name\n1,\"John \"Johnny\" Smith\"\n2,Anna\n");
        Assert.Equal(["2! text after a closing quote", "3: 2|Anna"], csv.Records());
    }

    [Fact]
    public void Blank_lines_are_not_records_and_empty_fields_are()
    {
        using var csv = new CsvOnDisk("a,b\n\n   \n,\n \t, \n\"\",\"\"\n1,2\n\n");
        Assert.Equal(["4! is empty", "5! is empty", "6! is empty", "7: 1|2"], csv.Records());
    }

    [Fact]
    public void Ragged_records_say_what_was_expected_and_found()
    {
        using var csv = new CsvOnDisk("a,b,c\n1\n1,2\n1,2,3\n1,2,3,4\n");
        Assert.Equal(
            ["2! has 1 field, the header has 3", "3! has 2 fields, the header has 3", "4: 1|2|3", "5! has 4 fields, the header has 3"],
            csv.Records());
    }

    [Fact]
    public void A_bad_record_is_handed_out_raw()
    {
        using var onDisk = new CsvOnDisk("id,name\n1,\"oops\n2,Anna,x\n");
        using var csv = onDisk.Open();
        csv.Read();
        Assert.Equal("1,\"oops", csv.Raw);
        csv.Read();
        Assert.Equal("2,Anna,x", csv.Raw);
    }

    [Fact]
    public void Raw_text_is_cut_at_ten_thousand_characters()
    {
        using var onDisk = new CsvOnDisk("id,name\n1," + string.Concat(Enumerable.Repeat("😀", 8_000)) + "\n");
        using var csv = onDisk.Open();
        csv.Read();
        Assert.Equal(10_000, csv.Raw.Length);
        Assert.False(char.IsHighSurrogate(csv.Raw[^1]));
    }

    [Fact]
    public void Fields_stay_readable_together_and_in_any_order()
    {
        using var onDisk = new CsvOnDisk("a,b,c\n\"x\"\"y\",é,\n");
        using var csv = onDisk.Open();
        csv.Read();
        var second = csv.Field(1);
        var first = csv.Field(0);
        Assert.Equal("é,x\"y", $"{second},{first}");
        Assert.Equal("é,", $"{csv.Field(1)},{csv.Field(2)}");
        Assert.True(csv.Field(3).IsEmpty);
    }

    [Fact]
    public void Progress_ends_at_the_length_of_the_file()
    {
        using var onDisk = new CsvOnDisk("a,b\n1,2\n");
        using var csv = onDisk.Open();
        while (csv.Read()) { }
        Assert.Equal((8, 8), (csv.BytesRead, csv.Length));
    }

    [Fact]
    public void A_zero_byte_inside_a_name_reaches_the_reader_and_not_the_store()
    {
        using var onDisk = new CsvOnDisk("id,name\n1,An\0na\n");
        using var csv = onDisk.Open();
        csv.Read();
        Assert.Null(csv.Problem);
        Assert.Equal("Anna", CellText.Clean(csv.Field(1)));
    }
}

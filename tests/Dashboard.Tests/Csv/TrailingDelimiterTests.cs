namespace Dashboard.Tests.Csv;

public sealed class TrailingDelimiterTests
{
    [Fact]
    public void Blank_fields_beyond_the_header_are_left_away()
    {
        using var csv = new CsvOnDisk("a,b,c\n1,2,3,\n4,5,6,, \n7,8,9,\"\"\n");
        Assert.Equal(["a", "b", "c"], csv.Columns);
        Assert.Equal(["2: 1|2|3", "3: 4|5|6", "4: 7|8|9"], csv.Records());
    }

    [Fact]
    public void A_value_beyond_the_header_is_a_problem()
    {
        using var csv = new CsvOnDisk("a,b\n1,2,\n1,2,3\n1,2,,4\n");
        Assert.Equal(["2: 1|2", "3! has 3 fields, the header has 2", "4! has 4 fields, the header has 2"], csv.Records());
    }

    [Fact]
    public void A_header_that_ends_in_a_delimiter_does_not_ask_its_rows_for_one()
    {
        using var csv = new CsvOnDisk("a;b;\n1;2;\n3;4\n5\n");
        Assert.Equal(["a", "b", "Column 3"], csv.Columns);
        Assert.Equal(["2: 1|2|", "3: 3|4|", "4! has 1 field, the header has 3"], csv.Records());
    }

    [Fact]
    public void Nothing_but_delimiters_stays_an_empty_record()
    {
        using var csv = new CsvOnDisk("a,b\n,,,,\n");
        Assert.Equal(["2! is empty"], csv.Records());
    }

    [Fact]
    public void A_hundred_thousand_blank_fields_are_no_flaw_of_an_export()
    {
        using var csv = new CsvOnDisk("a,b\n1,2" + new string(',', 100_000) + "\n3,4\n");
        Assert.Equal(["2! has 100002 fields, the header has 2", "3: 3|4"], csv.Records());
    }
}

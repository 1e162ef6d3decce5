using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class HeaderDetectionTests
{
    [Theory]
    [InlineData("1,Male,19\n2,Female,21\n3,Male,20\n")]
    [InlineData("1001;12,50;2025-06-30\n1002;13,00;2025-07-01\n")]
    [InlineData("K001,Anna\nK002,Bea\nK003,Cili\n")]
    [InlineData("anna@x.hu,Anna\nbea@y.hu,Bea\n")]
    [InlineData("Anna,1980\nBea,1975\nCili,1991\n")]
    [InlineData("Anna,Yes,Bonn\nBea,No,Pécs\nCili,Yes,Bonn\n")]
    [InlineData("sep=;\n1;2\n3;4\n")]
    [InlineData("1,Anna,\n2,Bea,\n")]
    [InlineData("Yes,No\nNo,Yes\nYes,Yes\n")]
    [InlineData("Report\n\n1;2;3\n4;5;6\n7;8;9\n")]
    public void A_first_record_like_those_below_is_data(string text)
    {
        using var csv = new CsvOnDisk(text);
        Assert.False(csv.Format.HasHeader);
    }

    [Theory]
    [InlineData("id,name\n1,Anna\n2,Bea\n")]
    [InlineData("name,city\nAnna,Bonn\nBea,Pécs\n")]
    [InlineData("name,city\nAnna,Bonn\nname,city\nBea,Pécs\n")]
    [InlineData("region,2023,2024,2025\nNorth,10,20,30\nSouth,11,21,31\n")]
    [InlineData(",0,1,2\n0,5.1,3.5,1.4\n1,4.9,3.0,1.4\n")]
    [InlineData("email,2025\na@x.hu,7\nb@x.hu,9\n")]
    [InlineData("person,Sports,Music\n1,Sports,\n2,,Music\n3,Sports,Music\n")]
    [InlineData("Q1,Q2\nA2,B3\nA1,B1\n")]
    [InlineData("2025-01,2025-02\n10,20\n11,21\n")]
    [InlineData("1,2,3\n")]
    [InlineData("Income\n1,234,567\n2,345,678\n")]
    [InlineData("id,age\n?,?\n")]
    public void A_first_record_of_names_is_the_header(string text)
    {
        using var csv = new CsvOnDisk(text);
        Assert.True(csv.Format.HasHeader);
    }

    [Fact]
    public void Without_a_header_columns_are_numbered_and_no_customer_is_lost()
    {
        using var onDisk = new CsvOnDisk("1,Male,19\n2,Female,21\n3,Male,20\n4,Male\n");
        Assert.Equal(["Column 1", "Column 2", "Column 3"], onDisk.Columns);
        Assert.Equal(["1: 1|Male|19", "2: 2|Female|21", "3: 3|Male|20", "4! has 2 fields, the first record has 3"], onDisk.Records());
        using var csv = onDisk.Open();
        Assert.Null(csv.Fingerprint);
    }

    [Fact]
    public void Without_a_header_columns_are_known_by_their_values()
    {
        using var csv = new CsvOnDisk(string.Concat(Enumerable.Range(1, 40).Select(i => $"{i},{(i % 2 == 0 ? "Male" : "Female")},{20 + i % 30}\n")));
        var guesses = ColumnDetection.Guess(csv.Path, csv.Format);
        Assert.Equal([ColumnRole.Key, ColumnRole.Category, ColumnRole.Number], guesses.Select(g => g.Role));
        Assert.Equal(["Column 1", "Column 2", "Column 3"], guesses.Select(g => g.Source));
        Assert.Equal("different in every row", guesses[0].Reason);
    }

    [Fact]
    public void A_header_can_be_made_data_and_data_a_header()
    {
        using var csv = new CsvOnDisk("id,age\n1,20\n");
        Assert.Equal(["1: id|age", "2: 1|20"], csv.Records(csv.Format with { HasHeader = false }));
        using var bare = new CsvOnDisk("1,20\n2,30\n");
        Assert.Equal(["2: 2|30"], bare.Records(CsvDetection.Detect(bare.Path, new CsvWish(HasHeader: true))));
    }

    [Fact]
    public void A_first_record_that_cannot_be_read_is_refused()
    {
        using var csv = new CsvOnDisk("1,\"oops\n2,Anna\n");
        var refusal = Assert.Throws<CsvRefused>(() => csv.Open(new CsvFormat("utf-8", ',', '.', 0, HasHeader: false)));
        Assert.Equal("The first record on line 1 cannot be read: a quote that opens on line 1 is never closed.", refusal.Message);
    }
}

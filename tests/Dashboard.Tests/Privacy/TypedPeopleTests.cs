using Dashboard.Privacy;

namespace Dashboard.Tests.Privacy;

public sealed class TypedPeopleTests
{
    [Fact]
    public void Of_each_line_the_address_counts_else_the_first_cell() =>
        Assert.Equal(["ada@example.com", "bob@example.com", "C17"], TypedPeople.In("ada@example.com\r\n\"Bob\";\"bob@example.com\"\n\nC17,Carl\n"));

    [Fact]
    public void A_line_that_names_the_columns_is_nobody() => Assert.Equal(["C1", "C2"], TypedPeople.In("customer id,name\nC1,Ada\nC2,Bob\n"));

    [Fact]
    public void A_single_line_is_somebody() => Assert.Equal(["card"], TypedPeople.In("card"));
}

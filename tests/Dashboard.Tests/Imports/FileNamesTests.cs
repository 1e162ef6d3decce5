using Dashboard.Imports;

namespace Dashboard.Tests.Imports;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\x.csv", "x.csv")]
    [InlineData("a\r\nSet-Cookie: x=1.csv", "aSet-Cookie: x=1.csv")]
    [InlineData("a\u202Ebcd.csv", "abcd.csv")]
    [InlineData("e\u0301.csv", "\u00e9.csv")]
    [InlineData("CON", "CON")]
    [InlineData("%2e%2e%2f", "%2e%2e%2f")]
    [InlineData("", "customers.csv")]
    [InlineData(".", "customers.csv")]
    [InlineData("..", "customers.csv")]
    [InlineData(" .csv ", "customers.csv")]
    [InlineData("\U0001F600\U0001F600", "customers.csv")]
    [InlineData("\U0001F600.csv", "customers.csv")]
    public void A_name_that_came_with_a_file_becomes_one_that_can_be_shown(string sent, string kept) => Assert.Equal(kept, FileNames.Tidy(sent));

    [Fact]
    public void A_name_of_thousands_of_characters_is_cut() => Assert.Equal(200, FileNames.Tidy(new string('n', 5_000)).Length);

    [Theory]
    [InlineData("mall_customers_march.csv", "mall customers march")]
    [InlineData("orders.csv.gz", "orders")]
    [InlineData(".csv", "Customers")]
    public void A_data_set_is_called_after_its_file(string fileName, string title) => Assert.Equal(title, FileNames.Title(fileName));
}

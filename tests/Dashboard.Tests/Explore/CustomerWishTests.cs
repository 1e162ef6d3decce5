using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Tests.Explore;

public sealed class CustomerWishTests
{
    private static readonly Column[] Columns = [Of(0, ColumnRole.Key), Of(1, ColumnRole.Number), Of(2, ColumnRole.Category), Of(3, ColumnRole.Ignore)];

    [Theory]
    [InlineData("")]
    [InlineData("?search=a%20b&segment=7&c1.from=-1.5&c1.to=1E%2B20&c2.is=Gr%C3%BCn%20%26%20Blau&sort=c1&order=desc")]
    [InlineData("?c1.missing=1&sort=key")]
    public void What_stands_in_the_address_comes_back_as_it_was(string query) => Assert.Equal(query, Read(query).ToQuery());

    [Theory]
    [InlineData("?sort=row%3B%20DROP%20TABLE%20x")]
    [InlineData("?sort=c3")]
    [InlineData("?sort=c0&c0.is=a&c3.is=b&c9.from=1")]
    [InlineData("?c1.from=abc&c1.to=NaN&c1.is=5&c2.from=1&c2.missing=yes&segment=x&search=%20")]
    [InlineData("?c1.from=Infinity")]
    public void What_is_not_known_is_left_out(string query) => Assert.Equal("", Read(query).ToQuery());

    [Fact]
    public void A_second_click_on_a_heading_turns_the_order_round()
    {
        var once = Read("").SortedBy(Columns[1]);

        Assert.Equal("?sort=c1", once.ToQuery());
        Assert.Equal("?sort=c1&order=desc", once.SortedBy(Columns[1]).ToQuery());
        Assert.Equal("?sort=key", once.SortedBy(Columns[1]).SortedBy(null).ToQuery());
    }

    [Fact]
    public void The_first_page_needs_no_number() =>
        Assert.Equal(("?search=a", "?search=a&page=2"), (Read("?search=a").ToQuery(1), Read("?search=a").ToQuery(2)));

    private static CustomerWish Read(string query) => CustomerWish.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), Columns);

    private static Column Of(int position, ColumnRole role) => new() { Position = position, Source = "", Name = "", Label = "", Role = role };
}

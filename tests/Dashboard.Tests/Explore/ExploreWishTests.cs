using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Tests.Explore;

public sealed class ExploreWishTests
{
    private static readonly Import Import = new() { FileName = "", StoredName = "", Sha256 = "", Options = "", Dataset = Shop() };

    [Fact]
    public void Without_a_wish_the_first_numbers_that_differ_and_the_first_small_category_are_taken()
    {
        var wish = Exploring.Wish(Import);

        Assert.Equal(["Age", "Income", "Visits"], wish.Pair.Select(c => c.Name));
        Assert.Equal(("Gender", "Age", false), (wish.By!.Name, wish.Of!.Name, wish.IsViolin));
    }

    [Theory]
    [InlineData("?pair=c5&pair=c7&by=c1&of=c7&shape=violin", "Visits Basket", "City", "Basket", true)]
    [InlineData("?by=none", "Age Income Visits", null, "Age", false)]
    [InlineData("?pair=c99&pair=c1&by=c3&of=x", "Age Income Visits", "Gender", "Age", false)]
    [InlineData("?pair=c3&pair=c4&pair=c5&pair=c6&pair=c7&pair=c8", "Age Income Visits Constant Basket", "Gender", "Age", false)]
    public void What_the_address_says_is_taken_where_it_is_known(string query, string pair, string? by, string of, bool violin)
    {
        var wish = Exploring.Wish(Import, query);

        Assert.Equal(pair.Split(' '), wish.Pair.Select(c => c.Name));
        Assert.Equal((by, of, violin), (wish.By?.Name, wish.Of?.Name, wish.IsViolin));
        Assert.Equivalent(wish, Exploring.Wish(Import, wish.ToQuery()));
    }

    private static Dataset Shop()
    {
        var dataset = new Dataset { Name = "Shop", Customers = 100 };
        dataset.Columns.AddRange([
            new() { Position = 0, Role = ColumnRole.Key, Distinct = 100, Source = "id", Name = "id", Label = "id" },
            Column(1, "City", ColumnRole.Category, 60), Column(2, "Gender", ColumnRole.Category, 2),
            Column(3, "Age", ColumnRole.Number, 40), Column(4, "Income", ColumnRole.Number, 50), Column(5, "Visits", ColumnRole.Number, 9),
            Column(6, "Constant", ColumnRole.Number, 1), Column(7, "Basket", ColumnRole.Number, 70), Column(8, "Tenure", ColumnRole.Number, 70),
            Column(9, "Empty", ColumnRole.Number, 0), Column(10, "Street", ColumnRole.Category, 20_000)]);
        return dataset;
    }

    private static Column Column(int position, string name, ColumnRole role, int distinct) =>
        new() { Position = position, Role = role, Distinct = distinct, Source = name, Name = name, Label = name };
}

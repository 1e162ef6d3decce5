using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;

namespace Dashboard.Tests.Explore;

public sealed class CorrelationsTests
{
    [Fact]
    public void The_figure_of_a_textbook_example()
    {
        // Anscombe's first data set (The American Statistician 27, 1973): 0.81642.
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

        Assert.Equal(0.81642, Correlations.Of(x, y), 1e-5);
    }

    [Fact]
    public void Only_rows_with_both_values_count() =>
        Assert.Equal(1, Correlations.Of([1, 2, 3, 4, double.NaN], [2, 4, double.NaN, 8, 1]), 1e-12);

    [Fact]
    public void A_column_that_does_not_vary_correlates_with_nothing() => Assert.Equal(double.NaN, Correlations.Of([1, 1, 1], [1, 2, 3]));

    [Fact]
    public void Large_values_with_small_differences_keep_their_correlation() =>
        Assert.Equal(-1, Correlations.Of([1e12 + 1, 1e12 + 2, 1e12 + 3], [3, 2, 1]), 1e-9);

    [Fact]
    public void Pairs_are_found_either_way_and_the_strongest_stands_first()
    {
        Column[] columns = [Named("a"), Named("b"), Named("c"), Named("d")];

        var pairs = Correlations.Find(columns, Correlations.Matrix([[1, 2, 3, 4], [-1, -2, -3, -4.5], [2, 4, 6, 8], [1, -1, 1, -1]]));

        Assert.Equal(["a c", "a b", "b c"], pairs.Select(p => $"{p.First.Name} {p.Second.Name}"));
        Assert.True(pairs[1].Correlation < -0.95);
    }

    private static Column Named(string name) => new() { Source = name, Name = name, Label = name, Role = ColumnRole.Number };
}

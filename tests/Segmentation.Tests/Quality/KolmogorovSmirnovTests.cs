using Segmentation.Quality;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Quality;

public sealed class KolmogorovSmirnovTests
{
    [Fact]
    public void Distance_and_chance_are_those_of_scipy() => Assert.All(DriftGolden.All.Samples, golden =>
    {
        var found = KolmogorovSmirnov.Of(golden.First, golden.Second)!;
        Assert.Equal(golden.Distance, found.Distance, 1e-12);
        Assert.Equal(golden.Chance, found.PValue, 1e-9);
    });

    [Fact]
    public void Two_and_two_by_hand()
    {
        // Of the six orders of two and two, those that keep each apart from the other are two.
        Assert.Equal(1, KolmogorovSmirnov.Of([1, 2], [3, 4])!.Distance);
        Assert.Equal(1.0 / 3, KolmogorovSmirnov.Of([1, 2], [3, 4])!.PValue, 1e-15);
        Assert.Equal(new KolmogorovSmirnov(0, 1), KolmogorovSmirnov.Of([1, 2, double.NaN], [2, 1]));
        Assert.Null(KolmogorovSmirnov.Of([], [1]));
    }

    [Fact]
    public void Beyond_the_exact_count_the_limit_goes_on_where_it_ends()
    {
        double[] Line(int count, double by) => [.. Enumerable.Range(0, count).Select(i => (double)i / count + by)];
        double exact = KolmogorovSmirnov.Of(Line(2000, 0), Line(2000, 0.03))!.PValue, limit = KolmogorovSmirnov.Of(Line(2001, 0), Line(2000, 0.03))!.PValue;
        Assert.InRange(limit / exact, 0.95, 1.1);
    }
}

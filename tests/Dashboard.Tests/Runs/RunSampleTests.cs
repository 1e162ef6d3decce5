using Dashboard.Runs;

namespace Dashboard.Tests.Runs;

public sealed class RunSampleTests
{
    private static readonly int[] Segments = [.. Enumerable.Repeat(0, 90_000), .. Enumerable.Repeat(1, 9_990), .. Enumerable.Repeat(-1, 10)];

    [Fact]
    public void A_few_customers_are_all_taken() =>
        Assert.Equal([0, 1, 2], RunSample.Of([1, 0, 1], 3));

    [Fact]
    public void Of_many_each_segment_has_its_share_and_a_small_one_is_whole()
    {
        var rows = RunSample.Of(Segments, 3_000);

        Assert.Equal(rows.Order().Distinct(), rows);
        Assert.InRange(rows.Length, 2_940, 3_000);
        Assert.Equal(9, rows.Count(i => Segments[i] == 0) / rows.Count(i => Segments[i] == 1));
        Assert.Equal(10, rows.Count(i => Segments[i] == -1));
    }
}

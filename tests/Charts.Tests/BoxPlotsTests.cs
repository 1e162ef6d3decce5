namespace Charts.Tests;

public sealed class BoxPlotsTests
{
    // numpy.percentile([2, 3, 4, 5, 6, 7, 8, 9, 30], [25, 50, 75]) = [4, 6, 8]: the fences are -2 and 14.
    private static readonly BoxPlot Nine = BoxPlot.Of("Nine", 0, [2, 3, 4, 5, 6, 7, 8, 9, 30], 4, 6, 8)!;

    [Fact]
    public void Whiskers_end_at_the_outermost_values_within_the_fences()
    {
        Assert.Equal((2, 4, 6, 8, 9), Nine.Box);
        Assert.Equal([(30, 1)], Nine.Outliers);
    }

    [Fact]
    public void A_value_on_a_fence_belongs_to_the_whisker()
    {
        var plot = BoxPlot.Of("", 0, [-2, 4, 4, 6, 8, 8, 14, 14.1], 4, 6, 8)!;
        Assert.Equal((-2, 14), (plot.Box.Low, plot.Box.High));
        Assert.Equal([(14.1, 1)], plot.Outliers);
    }

    [Fact]
    public void A_hundred_thousand_outliers_become_at_most_a_hundred_marks_that_count_them_all()
    {
        double[] sorted = [.. Enumerable.Repeat(0.0, 400_000), .. Enumerable.Range(1, 100_000).Select(i => i / 7.0)];
        var plot = BoxPlot.Of("", 0, sorted, 0, 0, 0)!;
        Assert.InRange(plot.Outliers.Count, 50, 100);
        Assert.Equal(100_000, plot.Outliers.Sum(outlier => outlier.Count));
    }

    [Fact]
    public void The_outline_peaks_where_most_values_lie()
    {
        var outline = Explored.Box("", 0, Explored.Bell(5000, 40, 8)).Outline;
        Assert.Equal(1, outline.Max(place => place.Height));
        Assert.InRange(outline.MaxBy(place => place.Height).Value, 37, 43);
        Assert.All(outline, place => Assert.InRange(place.Height, 0, 1));
    }

    [Fact]
    public void The_outline_of_two_values_is_the_sum_of_two_bells()
    {
        // Silverman's width for -1 and 1: 0.9 · min(1, 1 / 1.34) · 2^-0.2; the height in the middle over that at an end follows.
        var width = 0.9 / 1.34 * Math.Pow(2, -0.2);
        double Bell(double distance) => Math.Exp(-distance * distance / width / width / 2);
        var outline = BoxPlot.Of("", 0, [-1, 1], -0.5, 0, 0.5)!.Outline;
        Assert.Equal(2 * Bell(1) / (1 + Bell(2)), outline[32].Height / outline[0].Height, 2);
    }

    [Fact]
    public void Equal_values_have_a_box_and_no_outline_and_no_values_no_box()
    {
        Assert.Empty(BoxPlot.Of("", 0, [5, 5, 5], 5, 5, 5)!.Outline);
        Assert.Null(BoxPlot.Of("", 0, [], 0, 0, 0));
    }

    [Fact]
    public void A_box_stands_between_its_quartiles_on_the_axis()
    {
        var shapes = new BoxPlots("", "", "Value", "", [Nine]).Draw(640, 200).Shapes;
        var box = shapes.OfType<Bar>().First(bar => bar.Ink == Ink.Series(0));
        var (four, eight) = (Tick(shapes, "5"), Tick(shapes, "10"));
        Assert.Equal((8.0 - 4) / 5, box.Width / (eight - four), 6);
    }

    [Fact]
    public void A_window_leaves_far_values_out_and_says_so()
    {
        var chart = new BoxPlots("", "", "Value", "", [Nine]) { Window = (0, 12) };
        Assert.Contains(chart.Draw(640, 200).Shapes, shape => shape is Label { Text: "1 far value is not drawn, such as 30." });
        Assert.DoesNotContain(chart.Draw(640, 200).Shapes, shape => shape is Mark { X: > 300 });
        Assert.Equal("1", chart.Table().Rows[0][7]);
    }

    [Fact]
    public void The_table_has_the_five_figures() =>
        Assert.Equal([["Nine", "9", "2", "4", "6", "8", "9", "1"]], new BoxPlots("", "", "Value", "Group", [Nine]).Table().Rows);

    private static double Tick(IReadOnlyList<Shape> shapes, string text) => shapes.OfType<Label>().First(label => label.Text == text).X;
}

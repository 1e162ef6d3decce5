namespace Charts.Tests;

public sealed class EvaluationPlotTests
{
    [Fact]
    public void The_area_of_a_bubble_stands_for_its_size()
    {
        var discs = Bubbles(Plot(new("Large", 0, 2, 2, 400), new("Small", 1, 8, 8, 100)).Draw(900, 900));
        Assert.Equal(2, discs[0].Radius / discs[1].Radius, 6);
    }

    [Fact]
    public void Large_bubbles_stand_below_small_ones()
    {
        var discs = Bubbles(Plot(new("Small", 0, 5, 5, 1), new("Large", 1, 5, 6, 100)).Draw(640, 480));
        Assert.Equal([Ink.Series(1), Ink.Series(0)], discs.Select(disc => disc.Ink));
    }

    [Fact]
    public void Better_scores_are_further_right_and_higher()
    {
        var discs = Bubbles(Plot(new("Good", 0, 9, 9, 2), new("Bad", 1, 1, 1, 1)).Draw(640, 480));
        Assert.True(discs[0].X > discs[1].X && discs[0].Y < discs[1].Y);
    }

    [Fact]
    public void Bubbles_with_the_same_scores_can_be_told_apart()
    {
        var discs = Bubbles(Plot([.. Enumerable.Range(0, 6).Select(slot => new EvaluationBubble("Alike", slot, 10, 10, 5))]).Draw(640, 480));
        Assert.Equal(6, discs.Select(disc => (disc.X, disc.Y)).Distinct().Count());
    }

    [Fact]
    public void Scores_beyond_the_scale_and_sizes_below_zero_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationBubble("", 0, 10.1, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationBubble("", 0, 5, double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationBubble("", 0, 5, 5, -1));
    }

    private static EvaluationPlot Plot(params EvaluationBubble[] bubbles) => new("", "", "x", "y", "Customers", bubbles);

    private static List<Disc> Bubbles(Picture picture) => [.. picture.Shapes.OfType<Disc>().Where(disc => disc.Pale)];
}

namespace Charts.Tests;

public sealed class ParallelProfileTests
{
    private static readonly ProfileAxis[] Axes = [new("Age", 40, 10), new("Income", 60, 20)];
    private static readonly ParallelProfile Profile = new("", "", Axes, [new("Regulars", 0, [1, -2]), new("Newcomers", 1, [0, 0.5])]);

    [Fact]
    public void A_line_goes_through_all_rows_at_its_deviations()
    {
        var lines = Profile.Draw(640, 300).Shapes.OfType<Polyline>().ToList();
        Assert.Equal([Ink.Series(0), Ink.Series(1)], lines.Select(line => line.Ink));
        var (first, second) = (lines[0].Points, lines[1].Points);
        Assert.True(first[0].X > second[0].X && first[1].X < second[1].X);
        Assert.Equal(first[0].Y, second[0].Y);
        Assert.Equal(2, (first[1].X - second[0].X) / (second[0].X - first[0].X), 6);
    }

    [Fact]
    public void Beside_a_row_stand_its_lowest_and_highest_mean_in_its_own_unit()
    {
        var labels = Profile.Draw(640, 300).Shapes.OfType<Label>().ToList();
        Assert.Equal(["lowest", "40", "20"], labels.Where(label => label.Anchor == Anchor.End).Select(label => label.Text));
        Assert.Equal(["highest", "50", "70"], labels.Where(label => label.X == labels.Single(head => head.Text == "highest").X).Select(label => label.Text));
    }

    [Fact]
    public void Lines_that_lack_a_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ParallelProfile("", "", Axes, [new("", 0, [1])]));
        Assert.Throws<ArgumentException>(() => new RadarProfile("", "", Axes, [new("", 0, [1])]));
        Assert.Throws<ArgumentException>(() => new ProfileLine("", 0, [double.NaN]));
        Assert.Throws<ArgumentException>(() => new ProfileAxis("", double.NaN, 1));
    }

    [Fact]
    public void The_table_has_means_and_deviations() =>
        Assert.Equal([["1", "Regulars", "50 (+1.0σ)", "20 (−2.0σ)"], ["2", "Newcomers", "40 (0.0σ)", "70 (+0.5σ)"]], Profile.Table().Rows);
}

namespace Charts.Tests;

public sealed class PairPlotTests
{
    private static readonly Group[] Groups = [new("Female", 0), new("Male", 1)];

    [Fact]
    public void Every_point_is_a_mark_in_each_pair_and_counted_once_on_each_diagonal()
    {
        var shapes = Draw([[1, 2, 3], [4, 5, 6], [7, 9, 8]], [0, 1, 0]).Shapes;
        var (legend, pairs) = (2, 3);
        Assert.Equal(legend + 3 * pairs, shapes.OfType<Mark>().Count());
        Assert.Equal(legend / 2 + pairs, shapes.OfType<Mark>().Count(mark => mark.Marker == Marker.Square && mark.Ink == Ink.Series(1)));
        Assert.Equal(9, shapes.OfType<Bar>().Count());
    }

    [Fact]
    public void A_point_without_one_value_is_left_out_of_the_pairs_of_that_value_alone()
    {
        var marks = Draw([[1, 2, 3], [4, double.NaN, 6], [7, 9, 8]], [0, 1, 0]).Shapes.OfType<Mark>().Count();
        Assert.Equal(2 + 2 + 3 + 2, marks);
    }

    [Fact]
    public void Past_two_thousand_marks_cells_are_drawn_and_the_rare_group_is_still_there()
    {
        var values = Enumerable.Range(0, 5000).Select(i => (double)(i % 100)).ToArray();
        var groupOf = new int[5000];
        groupOf[1234] = 1;
        var picture = Draw([values, [.. values.Select(value => value * value)]], groupOf);
        Assert.InRange(picture.Shapes.OfType<Mark>().Count(), 10, 600);
        Assert.Equal(2, picture.Shapes.OfType<Mark>().Count(mark => mark.Ink == Ink.Series(1)));
        Assert.Contains("5,000 points; larger marks hold more.", picture.Description);
    }

    [Fact]
    public void A_value_outside_of_its_window_is_drawn_at_the_edge_and_counts_in_the_mean()
    {
        var plot = PairPlot.Of("", "", [new("", 0)], ["a", "b"], [[0, 5, 10, 5000], [1, 2, 3, 4]], [0, 0, 0, 0], [(0, 10), null]);
        var marks = plot.Draw(640, 400).Shapes.OfType<Mark>().OrderBy(mark => mark.X).ToList();
        Assert.Equal(4, marks.Count);
        Assert.InRange(marks[3].X - marks[0].X, (marks[1].X - marks[0].X) * 2, (marks[1].X - marks[0].X) * 2.4);
        Assert.Equal("1,254", plot.Table().Rows[0][3]);
    }

    [Fact]
    public void The_table_has_sizes_and_means_by_group() => Assert.Equal(
        [["1", "Female", "2", "2", "5"], ["2", "Male", "1", "2", ""]],
        PairPlot.Of("", "", Groups, ["a", "b"], [[1, 2, 3], [4, double.NaN, 6]], [0, 1, 0]).Table().Rows);

    [Fact]
    public void Lengths_that_differ_and_groups_that_there_are_not_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PairPlot.Of("", "", Groups, ["a", "b"], [[1], [1, 2]], [0]));
        Assert.Throws<ArgumentException>(() => PairPlot.Of("", "", Groups, ["a", "b"], [[1], [1]], [2]));
    }

    private static Picture Draw(double[][] values, int[] groupOf) =>
        PairPlot.Of("", "", Groups, [.. values.Select((_, i) => $"Number {i}")], values, groupOf).Draw(640, 400);
}

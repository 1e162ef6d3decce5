namespace Charts.Tests;

public sealed class Scatter3DTests
{
    [Fact]
    public void Higher_values_of_the_upright_axis_lie_higher_at_every_angle() =>
        Assert.All(Enumerable.Range(0, 24), turn =>
        {
            var marks = Marks(turn * 15, new("", 0, [5, 5], [5, 5], [1, 9]));
            Assert.True(marks.MaxBy(mark => mark.Y)!.Y - marks.MinBy(mark => mark.Y)!.Y > 50);
        });

    [Fact]
    public void Near_points_are_drawn_after_far_ones_and_larger()
    {
        var marks = Marks(0, new("", 0, [5, 5, 5], [1, 9, 5], [5, 5, 5]));
        Assert.Equal(marks.OrderBy(mark => mark.Y).ThenBy(mark => mark.Radius), marks);
        Assert.True(marks[^1].Radius > marks[0].Radius);
    }

    [Fact]
    public void Half_a_turn_brings_the_back_to_the_front()
    {
        SpaceSeries two = new("", 0, [5, 5], [1, 9], [5, 5]);
        var (before, after) = (Marks(10, two), Marks(190, two));
        Assert.Equal(before[0].Radius, after[0].Radius, 6);
        Assert.Equal(before[0].X - before[1].X, after[0].X - after[1].X, 6);
    }

    [Fact]
    public void Past_two_thousand_points_marks_stand_for_small_areas()
    {
        var picture = new Scatter3D("", "", "x", "y", "z", [Found.Ball("", 0, Scatter.MostPoints + 1, 5)]).Draw(640, 400);
        Assert.InRange(picture.Shapes.OfType<Mark>().Count(), 1, Scatter.MostPoints - 1);
        Assert.Equal("2,001 points; larger marks hold more.", picture.Description);
    }

    [Fact]
    public void Lists_of_unequal_length_and_what_is_no_number_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SpaceSeries("", 0, [1, 2], [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new SpaceSeries("", 0, [1], [double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => new Scatter3D("", "", "x", "y", "z", [], double.NaN));
    }

    [Fact]
    public void The_table_has_the_means_of_all_three() =>
        Assert.Equal([["1", "Regulars", "2", "2", "20", "200"]], new Scatter3D("", "", "x", "y", "z", [new("Regulars", 0, [1, 3], [10, 30], [100, 300])]).Table().Rows);

    private static List<Mark> Marks(double angle, SpaceSeries series) =>
        [.. new Scatter3D("", "", "x", "y", "z", [series], angle).Draw(640, 400).Shapes.OfType<Mark>()];
}

namespace Charts.Tests;

public sealed class ScatterTests
{
    [Fact]
    public void Every_point_is_a_mark_of_its_group()
    {
        var picture = new Scatter("", "", "x", "y", [new("", 0, [1, 2, 3], [1, 2, 3]), new("", 1, [4], [4])]).Draw(640, 400);
        var marks = picture.Shapes.OfType<Mark>().ToList();
        Assert.Equal([Ink.Series(0), Ink.Series(0), Ink.Series(0), Ink.Series(1)], marks.Select(mark => mark.Ink));
        Assert.Equal([Marker.Disc, Marker.Disc, Marker.Disc, Marker.Square], marks.Select(mark => mark.Marker));
    }

    [Fact]
    public void Larger_values_lie_to_the_right_and_above()
    {
        var marks = new Scatter("", "", "x", "y", [new("", 0, [1, 5], [10, 90])]).Draw(640, 400).Shapes.OfType<Mark>().ToList();
        Assert.True(marks[0].X < marks[1].X && marks[0].Y > marks[1].Y);
    }

    [Fact]
    public void The_rest_lies_below_noise_and_groups()
    {
        var marks = new Scatter("", "", "x", "y", [new("", 0, [1], [1]), new("", Slot.Noise, [2], [2]), new("", Slot.Rest, [3], [3])]).Draw(640, 400).Shapes.OfType<Mark>();
        Assert.Equal([Ink.Rest, Ink.Noise, Ink.Series(0)], marks.Select(mark => mark.Ink));
    }

    [Fact]
    public void A_centre_wears_the_number_that_readers_see()
    {
        var picture = new Scatter("", "", "x", "y", [new("", 4, [1, 3], [1, 3], (2, 2))]).Draw(640, 400);
        Assert.Contains(picture.Shapes, shape => shape is Label { Text: "5", Bold: true });
    }

    [Fact]
    public void Two_thousand_points_are_drawn_one_by_one_and_one_more_is_not()
    {
        var most = new Scatter("", "", "x", "y", [Gallery.Cloud("", 0, Scatter.MostPoints, 0, 0)]).Draw(640, 400);
        var more = new Scatter("", "What it shows.", "x", "y", [Gallery.Cloud("", 0, Scatter.MostPoints + 1, 0, 0)]).Draw(640, 400);
        Assert.Equal(Scatter.MostPoints, most.Shapes.OfType<Mark>().Count());
        Assert.InRange(more.Shapes.OfType<Mark>().Count(), 1, Scatter.MostPoints - 1);
        Assert.Equal("What it shows. 2,001 points; larger marks hold more.", more.Description);
        Assert.Contains(more.Shapes, shape => shape is Label { Text: "2,001 points; larger marks hold more." });
    }

    [Fact]
    public void One_rare_point_in_the_thickest_crowd_stays_visible()
    {
        var crowd = new PointSeries("Crowd", 0, [.. Enumerable.Repeat(5.0, 50_000), 0, 10], [.. Enumerable.Repeat(5.0, 50_000), 0, 10]);
        var marks = new Scatter("", "", "x", "y", [new("Rare", 1, [5], [5]), crowd]).Draw(640, 400).Shapes.OfType<Mark>().Skip(2).ToList();
        var place = marks.FindIndex(mark => mark.Ink == Ink.Series(1));
        Assert.Equal(Ink.Series(0), marks[place - 1].Ink);
        Assert.Equal((marks[place - 1].X, marks[place - 1].Y), (marks[place].X, marks[place].Y));
        Assert.InRange(marks[place].Radius, 1.8, marks[place - 1].Radius * 0.7);
    }

    [Fact]
    public void A_spotlight_alone_is_drawn() =>
        Assert.Contains(new Scatter("", "", "x", "y", [], new Spotlight("Ann", 3, 4)).Draw(640, 400).Shapes, shape => shape is Label { Text: "Ann" });

    [Fact]
    public void Values_that_are_no_numbers_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PointSeries("", 0, [double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => new PointSeries("", 0, [1], [double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => new PointSeries("", 0, [1], [1], (double.NaN, 0)));
        Assert.Throws<ArgumentException>(() => new PointSeries("", 0, [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new Spotlight("", double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointSeries("", -3, [1], [1]));
    }

    [Fact]
    public void A_legend_counts_the_names_it_has_no_room_for()
    {
        var picture = new Scatter("", "", "x", "y", [.. Enumerable.Range(0, 30).Select(slot => Gallery.Cloud($"Group {slot + 1}", slot, 3, slot, slot))]).Draw(320, 200);
        var shown = picture.Shapes.OfType<Label>().Count(label => label.Text.StartsWith("Group", StringComparison.Ordinal));
        Assert.InRange(shown, 5, 15);
        Assert.Contains(picture.Shapes, shape => shape is Label label && label.Text == $"+ {30 - shown} more in the table");
    }

    [Fact]
    public void The_table_has_a_row_per_group()
    {
        var table = new Scatter("", "", "Visits", "Spending", [new("Regulars", 0, [1, 3], [10, 20]), new("No segment", Slot.Noise, [], [])]).Table();
        Assert.Equal(["No.", "Group", "Points", "Mean Visits", "Mean Spending"], table.Columns);
        Assert.Equal([["1", "Regulars", "2", "2", "15"], ["", "No segment", "0", "", ""]], table.Rows);
    }
}

namespace Charts.Tests;

public sealed class RadarProfileTests
{
    private static readonly ProfileAxis[] Axes = [new("Age", 40, 10), new("Income", 60, 20), new("Visits", 5, 1), new("Orders", 3, 1)];

    [Fact]
    public void The_first_feature_is_on_top_and_the_others_follow_clockwise()
    {
        var marks = Marks([2, 2, 2, 2]);
        Assert.True(marks[0].Y < marks[1].Y && marks[1].X > marks[0].X && marks[2].Y > marks[1].Y && marks[3].X < marks[0].X);
    }

    [Fact]
    public void The_average_lies_halfway_to_the_rim()
    {
        var (reach, average) = (Marks([2, -2, 2, -2]), Marks([0, -2, 0, 2]));
        Assert.Equal((reach[0].Y + reach[1].Y) / 2, average[0].Y, 6);
    }

    [Fact]
    public void A_line_closes() =>
        Assert.All(new RadarProfile("", "", Axes, [new("", 0, [1, 0, 1, 0])]).Draw(640, 400).Shapes.OfType<Polyline>(), line => Assert.Equal(line.Points[0], line.Points[^1]));

    [Fact]
    public void Two_features_are_no_radar() =>
        Assert.Contains(new RadarProfile("", "", Axes[..2], [new("", 0, [1, 0])]).Draw(640, 400).Shapes, shape => shape is Label { Text: "A radar needs three features." });

    private static List<Mark> Marks(double[] deviations) =>
        [.. new RadarProfile("", "", Axes, [new("", 0, deviations)]).Draw(640, 400).Shapes.OfType<Mark>().TakeLast(4)];
}

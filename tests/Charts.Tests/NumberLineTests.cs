namespace Charts.Tests;

/// <summary>Seeded random data from all over the number line: whatever is finite is drawn, inside the sheet.</summary>
public sealed class NumberLineTests
{
    private readonly Random random = new(7);

    [Fact]
    public void Any_points_fit_the_sheet()
    {
        for (var trial = 0; trial < 300; trial++)
            FitsTheSheet(new Scatter("", "", "x", "y", [new("A", 0, Values(trial % 9), Values(trial % 9)), new("B", 1, Values(3), Values(3))]));
    }

    [Fact]
    public void Any_values_fit_a_histogram()
    {
        for (var trial = 0; trial < 300; trial++)
            FitsTheSheet(new Histogram("", "", "x", Bins.Of(Values(2), Values(1 + trial % 20)), trial % 2 == 0 ? "Group" : ""));
    }

    [Fact]
    public void Any_line_fits_the_sheet()
    {
        for (var trial = 0; trial < 300; trial++)
            FitsTheSheet(new LineChart("", "", "x", "y", [.. Values(1 + trial % 5).Order()], Values(1 + trial % 5)));
    }

    [Fact]
    public void Any_differences_fit_the_sheet()
    {
        for (var trial = 0; trial < 300; trial++)
            FitsTheSheet(new DivergingBars("", "", [.. Values(1 + trial % 5).Select(value => new DivergingBar("Name", value, NumberText.Of(value)))]));
    }

    private void FitsTheSheet(Chart chart)
    {
        var picture = chart.Draw(random.Next(240, 1000), random.Next(150, 500));
        var sheet = new Box(-0.01, -0.01, picture.Width + 0.02, picture.Height + 0.02);
        Assert.DoesNotContain(picture.Shapes, shape => !sheet.Contains(shape.Bounds));
        Assert.DoesNotContain("NaN", Svg.Write(picture), StringComparison.Ordinal);
    }

    private double[] Values(int count)
    {
        var (offset, scale) = (random.Next(3) == 0 ? Magnitude() : 0, Magnitude());
        return [.. Enumerable.Range(0, count).Select(_ => offset + scale * (random.NextDouble() - 0.5))];
    }

    private double Magnitude() => Math.Pow(10, random.Next(4) == 0 ? random.Next(-308, 308) : random.Next(-6, 9));
}

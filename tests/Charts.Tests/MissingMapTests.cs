namespace Charts.Tests;

public sealed class MissingMapTests
{
    [Fact]
    public void A_stretch_is_filled_as_high_as_its_share_and_a_trace_of_it_still_shows()
    {
        var bars = new MissingMap("", "", "Row", [new("Age", 151, [1, 0.5, 0, 0.001])], 400).Draw(640, 200).Shapes.OfType<Bar>().Where(bar => bar.Ink == Ink.Below());
        Assert.Equal([18, 9, 2], bars.Select(bar => bar.Height));
    }

    [Fact]
    public void The_table_has_count_and_share() =>
        Assert.Equal([["Age", "151", "37.8 %"]], new MissingMap("", "", "Row", [new("Age", 151, [1, 0.5, 0, 0.001])], 400).Table().Rows);
}

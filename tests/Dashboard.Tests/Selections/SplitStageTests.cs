using Dashboard.Selections;

namespace Dashboard.Tests.Selections;

public sealed class SplitStageTests
{
    [Fact]
    public void A_segment_keeps_its_look_and_what_splits_off_takes_the_next()
    {
        var stages = SplitStage.Of([[0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1], [1, 1, 1, 2, 0, 0]]);

        Assert.Equal([0], stages[0].Slots);
        Assert.Equal([0, 1], stages[1].Slots);
        Assert.Equal([1, 0, 2], stages[2].Slots);
        Assert.Equal([[0, 2], [3, 0], [1, 0]], stages[2].From);
        Assert.Equal([1, 1, 1], stages[2].Stability);
    }
}

namespace Charts.Tests;

public sealed class BandScaleTests
{
    [Fact]
    public void Bands_share_the_range_and_leave_half_a_gap_on_each_side()
    {
        var bands = new BandScale(4, 0, 100, 0.2);
        Assert.Equal(25, bands.Step);
        Assert.Equal(20, bands.Width);
        Assert.Equal([2.5, 27.5, 52.5, 77.5], Enumerable.Range(0, 4).Select(i => Math.Round(bands[i], 9)));
        Assert.Equal(37.5, bands.Middle(1));
    }

    [Fact]
    public void No_bands_take_no_room() => Assert.Equal(0, new BandScale(0, 0, 100).Step);
}

using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class CalibrationTests
{
    [Fact]
    public void Bins_hold_what_was_said_and_how_often_it_was_right()
    {
        var found = Calibration.Of([[0.7, 0.3], [0.4, 0.6], [0.65, 0.35], [0.05, 0.95]], [0, 0, 0, 1]);

        Assert.Equal([(0.5, 0.6, 1), (0.6, 0.7, 2), (0.9, 1, 1)], found.Bins.Select(b => (b.From, b.To, b.Rows)));
        Assert.Equal([0.6, 0.675, 0.95], found.Bins.Select(b => Math.Round(b.Said, 12)));
        Assert.Equal([0, 1, 1], found.Bins.Select(b => b.Right));
        Assert.Equal((0.6 + 2 * 0.325 + 0.05) / 4, found.Error, 1e-12);
    }

    [Fact]
    public void Who_is_right_as_often_as_said_has_no_error()
    {
        var found = Calibration.Of([.. Enumerable.Range(0, 4).Select(_ => new[] { 0.75, 0.25 })], [0, 0, 0, 1]);

        Assert.Equal(0, found.Error, 1e-15);
    }

    [Fact]
    public void A_sure_mistake_is_all_wrong() => Assert.Equal(1, Calibration.Of([[1, 0]], [1]).Error);

    [Fact]
    public void No_rows_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.Of([], []));
}

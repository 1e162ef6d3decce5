using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class MarkerTests
{
    [Fact]
    public void Numbers_and_words_stand_together_the_strongest_first()
    {
        var profiles = SegmentProfile.Compute(
            [new("Age", "Age", null, [20, 22, 40, 41, 44, 43], true), new("Id", "Id", null, [1, 6, 2, 5, 3, 4], false)],
            [new("City", "City", ["Rome", "Rome", "Oslo", "Oslo", "Oslo", null])],
            [0, 0, 1, 1, 1, 1], 2);
        var markers = Marker.Of(profiles[1]);
        Assert.Equal([("Age", null), ("City", "Rome"), ("City", "Oslo")], markers.Select(marker => (marker.Name, marker.Value)).OrderBy(pair => pair.Name).ThenByDescending(pair => pair.Value));
        Assert.Equal(markers.OrderByDescending(marker => Math.Abs(marker.Effect)), markers);
        var rome = markers.Single(marker => marker.Value == "Rome");
        Assert.Equal((0, 1, -Math.PI), (rome.Segment, rome.Others, rome.Effect));
        Assert.Equal((42, 21), (markers.Single(marker => marker.Value is null).Segment, markers.Single(marker => marker.Value is null).Others));
    }

    [Fact]
    public void Markers_that_fade_or_turn_round_are_lost()
    {
        Marker[] before = [Of("Age", null, -1), Of("Income", null, 2), Of("City", "Rome", 1), Of("City", "Oslo", -1)];
        Marker[] now = [Of("Age", null, 0.6), Of("Income", null, 0.7), Of("City", "Oslo", -2)];
        Assert.Equal(["Age", "Rome"], Marker.Lost(before, now).Select(marker => marker.Value ?? marker.Name));
    }

    private static Marker Of(string name, string? value, double effect) => new(name, name, value, 0, 0, effect);
}

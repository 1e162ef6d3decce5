using Segmentation.Neighbours;

namespace Segmentation.Tests.Neighbours;

public sealed class CellMarksTests
{
    private const int End = 200;
    private static readonly int[] Marked = [0, 3, 63, 64, 65, 127, 130, 199];

    private readonly CellMarks _marks = new([.. Marked.Reverse(), 3, 64], End);

    [Fact]
    public void Marked_places_are_counted_once_and_listed_in_order()
    {
        Assert.Equal(Marked.Length, _marks.Count);
        Assert.Equal(Marked, _marks.ToArray());
    }

    [Fact]
    public void A_rank_is_how_many_marked_places_come_before() =>
        Assert.All(Enumerable.Range(0, End + 1), place => Assert.Equal(Marked.Count(marked => marked < place), _marks.Rank(place)));

    [Fact]
    public void A_window_shows_the_places_from_its_first_on() =>
        Assert.All(Enumerable.Range(0, End), first => Assert.Equal(
            Marked.Where(marked => marked >= first && marked < first + 64).Aggregate(0UL, (window, marked) => window | 1UL << (marked - first)),
            _marks.Window(first)));
}

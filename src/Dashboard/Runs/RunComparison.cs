using Charts;
using Dashboard.Data;
using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>Two runs of one data set side by side, over the customers whom both used.</summary>
public sealed record RunComparison(Run Before, Run After, IReadOnlyList<Move> Moves)
{
    public int Shared => Moves.Sum(move => move.Count);

    public double AdjustedRand => Segmentation.Quality.AdjustedRand.Index(Labels(move => move.From), Labels(move => move.To));

    public SegmentTransitions Transitions => SegmentTransitions.Of(Labels(move => move.From), Labels(move => move.To));

    public int Count(Segment from, Segment to) => Moves.FirstOrDefault(move => move.From == from.Index && move.To == to.Index)?.Count ?? 0;

    public static IReadOnlyList<Segment> Listed(Run run) => [.. run.Segments.OrderBy(s => s.IsNoise).ThenBy(s => s.Index)];

    /// <summary>What was asked for differently, or what came of it: the name of the setting and its two values.</summary>
    public IReadOnlyList<(string Setting, string Before, string After)> Differences =>
        [.. Told(Before).Zip(Told(After), (a, b) => (a.Setting, a.Value, b.Value)).Where(line => line.Item2 != line.Item3)];

    public Chart Movement() => new Alluvial("Who moved", "From the segments of the one run to those of the other; the bands are as thick as the customers are many.",
        [new($"First: {Before.Name}", [.. Listed(Before).Select(s => new AlluvialGroup(s.Name, RunCharts.SlotOf(s), Moves.Where(m => m.From == s.Index).Sum(m => m.Count), []))]),
         new($"Second: {After.Name}", [.. Listed(After).Select(s => new AlluvialGroup(s.Name, RunCharts.SlotOf(s), Moves.Where(m => m.To == s.Index).Sum(m => m.Count), [.. Listed(Before).Select(from => (long)Count(from, s))]))])]);

    /// <summary>What to see in the movement: colours follow a segment from run to run, so who keeps the colour has stayed.</summary>
    public string OfMovement()
    {
        var moves = Moves.Select(m => (From: Before.Segments.Single(s => s.Index == m.From), To: After.Segments.Single(s => s.Index == m.To), m.Count)).ToList();
        var moved = moves.FindAll(m => RunCharts.SlotOf(m.From) != RunCharts.SlotOf(m.To));
        return $"{Shared - moved.Sum(m => m.Count):N0} of {Shared:N0} customers keep their colour: they are with the same others as before."
            + (moved.Count == 0 ? "" : moved.MaxBy(m => m.Count) switch { var (from, to, count) => $" Most of the others went from “{from.Name}” to “{to.Name}”: {count:N0}." });
    }

    private int[] Labels(Func<Move, int> side) => [.. Moves.SelectMany(move => Enumerable.Repeat(side(move), move.Count))];

    private static IEnumerable<(string Setting, string Value)> Told(Run run)
    {
        var settings = RunSettings.FromJson(run.Settings);
        yield return ("Customers", $"version {run.DatasetVersion}, {run.RowsUsed:N0} used");
        yield return ("Features", Reading.OfFeatures(settings));
        yield return ("Method", Reading.OfMethod(settings, RunModel.FromJson(run.Model!)));
    }
}

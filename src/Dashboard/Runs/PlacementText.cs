using Dashboard.Predictions;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>What to mind about a placement, in plain words.</summary>
public static class PlacementText
{
    /// <summary>Null when there is nothing to mind.</summary>
    public static string? Note(this PlacingRun run, Placement placed, double[] point)
    {
        if (placed.Segment < 0)
        {
            return $"No segment: {run.WithoutSegment(placed)}.";
        }
        // Whom a centre or a classifier calls like the others is inside of every range.
        var outside = !placed.OutOfRange && run.Placer.Placer is not NearestNeighbour ? [] : run.Placer.Outside(point).Select(o => $"{o.Feature} is outside of the {Figure.Text(o.Low)} to {Figure.Text(o.High)} that the run has seen").ToList();
        return outside.Count > 0 ? $"Unlike our customers: {string.Join(", ", outside)}."
            : placed.OutOfRange ? "Unlike our customers: farther from the middle of the segment than 99 % of its customers."
            : placed.IsTossUp && run.Segment(placed.Second) is { } other ? $"A toss-up: could as well be in {other.Name}."
            : null;
    }

    /// <summary>Why the model gives a customer no segment.</summary>
    public static string WithoutSegment(this PlacingRun run, Placement placed) =>
        run.Segment(placed.Second) is { } near && run.Placer.Placer is NearestNeighbour { Reach: var reach }
            ? $"{placed.Distance / reach:0.0} × epsilon from {near.Name}"
            : "the customers most like this one have none either";

    /// <summary>What single change would move a customer to another segment, within what the run has seen; known for K-Means.</summary>
    public static IEnumerable<(string Feature, double To, bool IsBelow, int Segment)> Switches(this PlacingRun run, double[] point)
    {
        var (placer, preparation) = (run.Placer, run.Placer.Preparation);
        return placer.Placer is not NearestCentre { Centres: var centres } ? []
            : SwitchPoint.Of(point, [.. centres])
                .Where(s => s.Column < preparation.Numbers.Count)
                .Select(s => (s, Moved: Moved(point, s.Column, s.Change)))
                .Where(s => !placer.Outside(s.Moved).Any())
                .Select(s => (preparation.Numbers[s.s.Column], preparation.Scaler.Inverse(s.Moved)[s.s.Column], s.s.Change < 0, s.s.Cluster));
    }

    private static double[] Moved(double[] point, int column, double change)
    {
        var moved = (double[])point.Clone();
        moved[column] += change;
        return moved;
    }
}

namespace Dashboard.Predictions;

/// <summary>Places points in the segments of a run. The run's own customers get the segment that the run gave them.</summary>
public abstract class Placer
{
    public abstract Placement Place(ReadOnlySpan<double> point);

    /// <summary>True where the algorithm knows how likely each segment is.</summary>
    public virtual bool IsSoft => false;

    /// <summary>The probability of each segment, by index; null where the placer is not soft.</summary>
    public virtual double[]? Memberships(ReadOnlySpan<double> point) => null;

    protected static double Square(ReadOnlySpan<double> point, double[] centre)
    {
        // In the order of the columns, as the engine adds them, so that ties fall alike.
        var sum = 0.0;
        for (var j = 0; j < centre.Length; j++)
        {
            var difference = point[j] - centre[j];
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>The greatest and the next, of equals the lower index; -1 where there is no second.</summary>
    protected static (int First, int Second) Greatest(ReadOnlySpan<double> shares)
    {
        var (first, second) = (0, -1);
        for (var c = 1; c < shares.Length; c++)
        {
            (first, second) = shares[c] > shares[first] ? (c, first) : second < 0 || shares[c] > shares[second] ? (first, c) : (first, second);
        }
        return (first, second);
    }
}

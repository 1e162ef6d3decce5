namespace Segmentation.Quality;

/// <summary>The knee of a decreasing convex curve after Kneedle (Satopää, Albrecht, Irwin, Raghavan, ICDCS Workshops 2011).</summary>
public static class Elbow
{
    /// <summary>
    /// The index of the point farthest below the chord from the first to the last point, both axes scaled to 0 … 1; the first of
    /// equals. Null under three points, and when no point lies below the chord. x rises.
    /// </summary>
    public static int? Find(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 3 || x.Count != y.Count)
            return null;
        double width = x[^1] - x[0], height = y[0] - y[^1];
        if (!(width > 0) || !(height > 0))
            return null;
        int? knee = null;
        // Rounding alone must not make a straight line bend.
        double greatest = 1e-9;
        for (int i = 1; i < x.Count - 1; i++)
        {
            double below = (y[0] - y[i]) / height - (x[i] - x[0]) / width;
            if (below > greatest)
                (knee, greatest) = (i, below);
        }
        return knee;
    }
}

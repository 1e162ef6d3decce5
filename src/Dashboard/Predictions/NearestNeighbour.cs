using Segmentation;
using Segmentation.Clustering;

namespace Dashboard.Predictions;

/// <summary>DBSCAN: the nearest core point, if it is within reach; HDBSCAN: the nearest of all customers, also where that one has no segment.</summary>
public sealed class NearestNeighbour(LabelledRows? rows, double reach) : Placer
{
    public double Reach => reach;

    /// <summary>Null when there is no dense place at all.</summary>
    public LabelledRows? Rows => rows;

    public override Placement Place(ReadOnlySpan<double> point)
    {
        if (rows is null)
        {
            return new(-1, double.NaN, -1, double.NaN, double.NaN, true);
        }
        var (_, label, distance) = rows.Nearest(point);
        return distance <= reach ? new(label, distance, -1, double.NaN, double.NaN, false) : new(-1, distance, label, double.NaN, double.NaN, true);
    }
}

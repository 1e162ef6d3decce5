namespace Segmentation.Profiles;

/// <summary>
/// A segment as an audience that can be made smaller or larger: Core is the half that belongs most clearly, Rest the other
/// half, NearMiss the rows of other segments. Each is in the order in which a growing audience would take its rows.
/// </summary>
public sealed record AudienceTiers(int[] Core, int[] Rest, int[] NearMiss)
{
    /// <summary>
    /// Members by margin, the clearest first; the core takes the odd one. Near misses by how much farther they are from this
    /// centre than from their own, the least first; noise (-1) is nobody's. O(rows · centres · columns + rows · log rows).
    /// </summary>
    public static AudienceTiers Of(Matrix data, int[] labels, double[][] centres, int segment)
    {
        var margins = Margins.Of(data, labels, centres);
        int[] members = [.. labels.Index().Where(row => row.Item == segment).Select(row => row.Index).OrderByDescending(i => margins[i])];
        int[] others = [.. labels.Index().Where(row => row.Item >= 0 && row.Item != segment).Select(row => row.Index)
            .OrderBy(i => Distance(i, segment) - Distance(i, labels[i]))];
        int core = (members.Length + 1) / 2;
        return new AudienceTiers(members[..core], members[core..], others);

        double Distance(int row, int centre) => Math.Sqrt(ExactDistance.Squared(data, row, centres[centre]));
    }
}

namespace Segmentation.Profiles;

/// <summary>
/// The change of one column alone after which a row is nearer to another centre: in that direction no smaller one does, and
/// Cluster is the centre that takes over. In the units of the centres.
/// </summary>
public sealed record SwitchPoint(int Column, double Change, int Cluster)
{
    /// <summary>
    /// Up to two per column, downwards first; a direction in which nothing changes has none. The boundary to centre b is at
    /// (|x - b|² - |x - a|²) / (2 (b - a)) along the column, with a the nearest centre: distances are linear in the change once
    /// its square, which both share, is taken off. O(centres · columns).
    /// </summary>
    public static IReadOnlyList<SwitchPoint> Of(double[] row, double[][] centres)
    {
        double[] squares = [.. centres.Select(centre => centre.Zip(row, (c, x) => (x - c) * (x - c)).Sum())];
        int own = Array.IndexOf(squares, squares.Min());
        var points = Enumerable.Range(0, row.Length).SelectMany(j => Enumerable.Range(0, centres.Length)
            .Where(c => centres[c][j] != centres[own][j])
            .Select(c => new SwitchPoint(j, (squares[c] - squares[own]) / (2 * (centres[c][j] - centres[own][j])), c))).ToList();
        // A row half-way has a change of 0, whose direction is that of the other centre.
        return [.. points.GroupBy(point => (point.Column, Up: centres[point.Cluster][point.Column] > centres[own][point.Column]))
            .Select(direction => direction.MinBy(point => Math.Abs(point.Change))!)
            .OrderBy(point => point.Column).ThenBy(point => point.Change)];
    }
}

namespace Charts;

/// <summary>The corners of each marker for radius 1, as x and y in turn; circles have none.</summary>
internal static class MarkerPath
{
    private static readonly double[][] Corners =
    [
        [],
        [-0.87, -0.87, 0.87, -0.87, 0.87, 0.87, -0.87, 0.87],
        [0, -1.15, 1.15, 0.85, -1.15, 0.85],
        [0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0],
        [0, 1.15, 1.15, -0.85, -1.15, -0.85],
        Cross(0),
        Cross(Math.PI / 4),
        [],
    ];

    internal static ReadOnlySpan<double> Of(Marker marker) => Corners[(int)marker];

    private static double[] Cross(double angle)
    {
        double[] upright = [-0.4, -1.15, 0.4, -1.15, 0.4, -0.4, 1.15, -0.4, 1.15, 0.4, 0.4, 0.4, 0.4, 1.15, -0.4, 1.15, -0.4, 0.4, -1.15, 0.4, -1.15, -0.4, -0.4, -0.4];
        var (sin, cos) = Math.SinCos(angle);
        var turned = new double[upright.Length];
        for (var i = 0; i < upright.Length; i += 2)
        {
            turned[i] = upright[i] * cos - upright[i + 1] * sin;
            turned[i + 1] = upright[i] * sin + upright[i + 1] * cos;
        }
        return turned;
    }
}

namespace Segmentation.Clustering;

/// <summary>
/// The data around its medians and in the middle of the float32 range; where it lies there already, the data itself. Scores
/// of the form x·c - |c|²/2 lose their digits when the bulk of the rows lies far from the origin, and their squares overflow
/// beyond 1e18.
/// </summary>
internal sealed class CentredCopy
{
    private const int SampleRows = 512;

    private readonly double[] _origin;
    private readonly double _unit = 1;

    public CentredCopy(Matrix data)
    {
        _origin = [.. Enumerable.Range(0, data.Columns).Select(j => Origin(data.Column(j)))];
        double reach = FloatRange.Greatest(data) + _origin.Max(Math.Abs);
        if (reach is not 0 and (< 1e-9 or > 1e9))
            _unit = Math.ScaleB(1, Math.ILogB(reach));
        Data = _unit == 1 && _origin.All(x => x == 0) ? data : new Matrix(data.Rows, data.Columns);
        for (int j = 0; j < data.Columns && Data != data; j++)
            Move(data.Column(j), Data.Writable(j), (float)_origin[j], 1 / _unit);
    }

    public Matrix Data { get; }

    public double[] ToCopy(double[] point) => [.. point.Select((x, j) => (x - _origin[j]) / _unit)];

    public double[] FromCopy(double[] point) => [.. point.Select((x, j) => x * _unit + _origin[j])];

    // Zero when the median of a sample is within two quartile ranges of it.
    private static double Origin(ReadOnlySpan<float> column)
    {
        var sample = new float[Math.Min(SampleRows, column.Length)];
        for (int i = 0; i < sample.Length; i++)
            sample[i] = column[(int)((long)i * column.Length / sample.Length)];
        Array.Sort(sample);
        float median = sample[sample.Length / 2];
        double quartileRange = (double)sample[sample.Length * 3 / 4] - sample[sample.Length / 4];
        return Math.Abs(median) <= 2 * quartileRange ? 0 : median;
    }

    private static void Move(ReadOnlySpan<float> from, Span<float> to, float origin, double factor)
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = (float)((from[i] - (double)origin) * factor);
    }
}

using Segmentation.Projection;

namespace Segmentation.Quality;

/// <summary>The box along the principal axes that holds all rows, from which tables without clusters are drawn.</summary>
internal sealed class AlignedBox
{
    private readonly PrincipalAxes _axes;
    private readonly (double Low, double High)[] _sides;

    public AlignedBox(Matrix data, int threads, CancellationToken cancellation)
    {
        _axes = PrincipalAxes.Fit(data, data.Columns, threads, cancellation);
        _sides = [.. _axes.Transform(data).Select(positions => (positions.Min(), positions.Max()))];
    }

    public Matrix Draw(int rows, SplitMix random, CancellationToken cancellation) => Matrix.FromRows([.. Enumerable.Range(0, rows).Select(_ =>
    {
        cancellation.ThrowIfCancellationRequested();
        return _axes.Inverse([.. _sides.Select(side => side.Low + random.NextDouble() * (side.High - side.Low))]);
    })]);
}

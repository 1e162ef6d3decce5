using System.Numerics;
using Segmentation.Kernels;

namespace Segmentation.Projection;

/// <summary>
/// Gradient descent of a map with momentum and a gain per coordinate (Jacobs, Neural Networks 1, 1988): neighbours pull, all
/// push. In the first quarter the pull is exaggerated, which gathers groups before they are laid out.
/// </summary>
internal sealed class MapDescent
{
    private const int RowsPerPiece = 512;
    private const double Width = 0.5;
    private const float LeastRate = 20;

    private readonly Affinities _affinities;
    private readonly Vector2[] _points;
    private readonly Vector2[] _pushes;
    private readonly Vector2[] _steps;
    private readonly Vector2[] _gains;
    private readonly RepulsionTree _tree;
    private readonly int _threads;

    /// <summary>Moves the points in place.</summary>
    public MapDescent(Affinities affinities, Vector2[] points, int threads)
    {
        _affinities = affinities;
        _points = points;
        _pushes = new Vector2[points.Length];
        _steps = new Vector2[points.Length];
        _gains = new Vector2[points.Length];
        Array.Fill(_gains, Vector2.One);
        _tree = new RepulsionTree(points.Length, Width, threads);
        _threads = threads;
    }

    /// <summary>Returns the Kullback–Leibler divergence at the end.</summary>
    public double Run(int iterations, ProgressCount count, CancellationToken cancellation)
    {
        int early = iterations / 4;
        for (int iteration = 0; iteration < iterations; iteration++, count.Add())
        {
            if (iteration < early)
                Step(exaggeration: 12, momentum: 0.5f, cancellation);
            else
                Step(exaggeration: 1, momentum: 0.9f, cancellation);
        }
        return Divergence(_tree.Push(_points, _pushes, cancellation));
    }

    private void Step(float exaggeration, float momentum, CancellationToken cancellation)
    {
        double weights = _tree.Push(_points, _pushes, cancellation);
        float scale = weights > 0 ? (float)(1 / weights) : 0;
        // Belkina et al., Nature Communications 10, 2019: rows over exaggeration. The gradient here keeps its factor of 4.
        float rate = Math.Max(LeastRate, _points.Length / exaggeration / 4);
        Workers.Run((_points.Length + RowsPerPiece - 1) / RowsPerPiece, _threads, piece =>
        {
            for (int i = piece * RowsPerPiece; i < Math.Min(_points.Length, (piece + 1) * RowsPerPiece); i++)
                Turn(i, 4 * (exaggeration * Pull(i) - scale * _pushes[i]), momentum, rate);
        }, cancellation);
        for (int i = 0; i < _points.Length; i++)
            _points[i] += _steps[i];
    }

    private Vector2 Pull(int row)
    {
        var at = _points[row];
        var sum = Vector2.Zero;
        for (int e = _affinities.Starts[row]; e < _affinities.Starts[row + 1]; e++)
        {
            var gap = at - _points[_affinities.Columns[e]];
            sum += gap * (_affinities.Weights[e] / (1 + gap.LengthSquared()));
        }
        return sum;
    }

    /// <summary>The gain of a coordinate grows while it keeps its direction and shrinks when it swings.</summary>
    private void Turn(int row, Vector2 gradient, float momentum, float rate)
    {
        var step = _steps[row];
        var gain = _gains[row];
        gain = new Vector2(Gain(gain.X, gradient.X * step.X), Gain(gain.Y, gradient.Y * step.Y));
        _gains[row] = gain;
        _steps[row] = momentum * step - rate * gain * gradient;
    }

    private static float Gain(float gain, float uphill) => uphill < 0 ? gain + 0.2f : MathF.Max(0.01f, gain * 0.8f);

    private double Divergence(double weights)
    {
        double sum = 0;
        for (int i = 0; i < _points.Length; i++)
        {
            for (int e = _affinities.Starts[i]; e < _affinities.Starts[i + 1]; e++)
            {
                double p = _affinities.Weights[e];
                if (p > 0)
                    sum += p * Math.Log(p * weights * (1 + Vector2.DistanceSquared(_points[i], _points[_affinities.Columns[e]])));
            }
        }
        return sum;
    }
}

using Segmentation.Kernels;

namespace Segmentation.Classification;

/// <summary>
/// The limited-memory quasi-Newton method (Liu and Nocedal, Mathematical Programming 45, 1989) for smooth convex functions,
/// with a bisecting weak Wolfe search (Lewis and Overton, Mathematical Programming 141, 2013).
/// </summary>
internal sealed class Lbfgs(Func<double[], double[], double> function, double[] start)
{
    private const int Memory = 10;
    private const int MaxTrials = 40;

    private readonly List<(double[] Step, double[] Change, double Curvature)> _pairs = [];
    private double[] _point = start;
    private double[] _gradient = new double[start.Length];
    private double _value;

    public int Iterations { get; private set; }

    /// <summary>
    /// Stops when no partial derivative exceeds the tolerance, when the value falls by less than a millionth of the tolerance
    /// times itself, or after so many iterations. The function writes the gradient into its second argument.
    /// </summary>
    public double[] Minimise(double tolerance, int maxIterations, Action<int> report)
    {
        _value = function(_point, _gradient);
        while (Iterations < maxIterations && _gradient.Max(Math.Abs) > tolerance && Advance(Math.Max(1e-14, 1e-6 * tolerance)))
            report(++Iterations);
        return _point;
    }

    private bool Advance(double leastFall)
    {
        var direction = Direction();
        double slope = Dot.Of(direction, _gradient);
        // The very first step has no curvature to tell its length.
        double length = _pairs.Count > 0 ? 1 : Math.Min(1, 1 / Math.Sqrt(Dot.Of(_gradient, _gradient)));
        double low = 0, high = double.PositiveInfinity;
        for (int trial = 0; trial < MaxTrials && slope < 0; trial++)
        {
            double[] gradient = new double[_point.Length], point = [.. _point.Zip(direction, (x, step) => x + length * step)];
            double value = function(point, gradient);
            if (!(value <= _value + 1e-4 * length * slope))
                high = length;
            else if (Dot.Of(direction, gradient) < 0.9 * slope)
                low = length;
            else
                return Accept(point, gradient, value) > leastFall * Math.Abs(value);
            length = double.IsInfinity(high) ? 2 * length : (low + high) / 2;
        }
        return false;
    }

    private double Accept(double[] point, double[] gradient, double value)
    {
        double[] step = [.. point.Zip(_point, (x, before) => x - before)], change = [.. gradient.Zip(_gradient, (g, before) => g - before)];
        double curvature = Dot.Of(step, change), fall = _value - value;
        if (_pairs.Count == Memory)
            _pairs.RemoveAt(0);
        if (curvature > 0)
            _pairs.Add((step, change, curvature));
        (_point, _gradient, _value) = (point, gradient, value);
        return fall;
    }

    /// <summary>Minus the gradient times the inverse Hessian, as the last steps tell it (the two loops of the paper).</summary>
    private double[] Direction()
    {
        double[] direction = [.. _gradient.Select(g => -g)];
        var shares = new double[_pairs.Count];
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            shares[i] = Dot.Of(_pairs[i].Step, direction) / _pairs[i].Curvature;
            Add(direction, -shares[i], _pairs[i].Change);
        }
        if (_pairs is [.., var last])
            Scale(direction, last.Curvature / Dot.Of(last.Change, last.Change));
        for (int i = 0; i < _pairs.Count; i++)
            Add(direction, shares[i] - Dot.Of(_pairs[i].Change, direction) / _pairs[i].Curvature, _pairs[i].Step);
        return direction;
    }

    private static void Add(double[] into, double factor, double[] vector)
    {
        for (int i = 0; i < into.Length; i++)
            into[i] += factor * vector[i];
    }

    private static void Scale(double[] vector, double factor)
    {
        for (int i = 0; i < vector.Length; i++)
            vector[i] *= factor;
    }
}

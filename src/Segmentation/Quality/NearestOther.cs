using Segmentation.Kernels;

namespace Segmentation.Quality;

/// <summary>Measures a point against all rows. Reuses its buffers: one per thread.</summary>
internal sealed class NearestOther
{
    private readonly Matrix _data;
    private readonly float[] _unbounded;
    private readonly float[] _squares;

    public NearestOther(Matrix data)
    {
        _data = data;
        _unbounded = new float[data.PaddedRows];
        Array.Fill(_unbounded, float.PositiveInfinity);
        _squares = new float[data.PaddedRows];
    }

    /// <summary>The least squared distance to any row but one, which may be none (-1).</summary>
    public double Squared(float[] point, int leftOut)
    {
        SquaredDistance.Least(_data, 0, _data.PaddedRows, point, _unbounded, _squares);
        float least = float.PositiveInfinity;
        for (int i = 0; i < _data.Rows; i++)
        {
            if (_squares[i] < least && i != leftOut)
                least = _squares[i];
        }
        return least;
    }
}

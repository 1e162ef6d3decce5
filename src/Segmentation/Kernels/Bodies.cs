namespace Segmentation.Kernels;

/// <summary>A growing list of points in the plane with masses.</summary>
internal sealed class Bodies
{
    private float[] _x = new float[256];
    private float[] _y = new float[256];
    private float[] _mass = new float[256];

    public int Count { get; private set; }

    public ReadOnlySpan<float> X => _x.AsSpan(0, Count);

    public ReadOnlySpan<float> Y => _y.AsSpan(0, Count);

    public ReadOnlySpan<float> Mass => _mass.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(float x, float y, float mass)
    {
        Reserve(1);
        _x[Count] = x;
        _y[Count] = y;
        _mass[Count++] = mass;
    }

    /// <summary>Points of mass 1.</summary>
    public void Add(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Reserve(x.Length);
        x.CopyTo(_x.AsSpan(Count));
        y.CopyTo(_y.AsSpan(Count));
        _mass.AsSpan(Count, x.Length).Fill(1);
        Count += x.Length;
    }

    private void Reserve(int more)
    {
        if (Count + more <= _x.Length)
            return;
        int size = 2 * (Count + more);
        Array.Resize(ref _x, size);
        Array.Resize(ref _y, size);
        Array.Resize(ref _mass, size);
    }
}

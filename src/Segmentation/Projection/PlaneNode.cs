namespace Segmentation.Projection;

/// <summary>A group of points in the plane: how many, their mean, and the box around them.</summary>
internal readonly record struct PlaneNode(float Mass, float MeanX, float MeanY, float LowX, float HighX, float LowY, float HighY)
{
    public float Width => MathF.Max(HighX - LowX, HighY - LowY);

    public static PlaneNode Around(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        if (x.IsEmpty)
            return default;
        double sumX = 0, sumY = 0;
        float lowX = x[0], highX = x[0], lowY = y[0], highY = y[0];
        for (int i = 0; i < x.Length; i++)
        {
            sumX += x[i];
            sumY += y[i];
            (lowX, highX) = (MathF.Min(lowX, x[i]), MathF.Max(highX, x[i]));
            (lowY, highY) = (MathF.Min(lowY, y[i]), MathF.Max(highY, y[i]));
        }
        return new PlaneNode(x.Length, (float)(sumX / x.Length), (float)(sumY / x.Length), lowX, highX, lowY, highY);
    }

    public static PlaneNode Join(in PlaneNode a, in PlaneNode b)
    {
        if (a.Mass == 0 || b.Mass == 0)
            return a.Mass == 0 ? b : a;
        float mass = a.Mass + b.Mass;
        return new PlaneNode(
            mass,
            (a.Mass * a.MeanX + b.Mass * b.MeanX) / mass,
            (a.Mass * a.MeanY + b.Mass * b.MeanY) / mass,
            MathF.Min(a.LowX, b.LowX),
            MathF.Max(a.HighX, b.HighX),
            MathF.Min(a.LowY, b.LowY),
            MathF.Max(a.HighY, b.HighY));
    }

    /// <summary>From a point to the nearest spot of the box.</summary>
    public float SquaredDistance(float x, float y)
    {
        float gapX = MathF.Max(0, MathF.Max(x - HighX, LowX - x)), gapY = MathF.Max(0, MathF.Max(y - HighY, LowY - y));
        return gapX * gapX + gapY * gapY;
    }
}

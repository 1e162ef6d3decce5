using System.Numerics;
using System.Runtime.InteropServices;

namespace Segmentation;

/// <summary>Squares of numbers beyond 1e18 or below 1e-19 leave the float32 range; powers of two bring data back without rounding.</summary>
internal static class FloatRange
{
    /// <summary>A power of two by which the greatest magnitude comes near 1.</summary>
    public static float ScaleToMiddle(Matrix data)
    {
        float greatest = Greatest(data);
        return greatest == 0 ? 1 : (float)Math.ScaleB(1, Math.Clamp(-Math.ILogB(greatest), -126, 126));
    }

    /// <summary>The greatest magnitude in the table.</summary>
    public static float Greatest(Matrix data)
    {
        float greatest = 0;
        for (int j = 0; j < data.Columns; j++)
            greatest = MathF.Max(greatest, Greatest(data.Column(j)));
        return greatest;
    }

    /// <summary>The least and the greatest of a column that is not empty.</summary>
    public static (float Least, float Greatest) Ends(ReadOnlySpan<float> column)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(column);
        Vector<float> least = new(column[0]), greatest = least;
        foreach (var vector in vectors)
            (least, greatest) = (Vector.Min(least, vector), Vector.Max(greatest, vector));
        (float Least, float Greatest) ends = (column[0], column[0]);
        for (int lane = 0; lane < Vector<float>.Count; lane++)
            ends = (MathF.Min(ends.Least, least[lane]), MathF.Max(ends.Greatest, greatest[lane]));
        foreach (float x in column[(vectors.Length * Vector<float>.Count)..])
            ends = (MathF.Min(ends.Least, x), MathF.Max(ends.Greatest, x));
        return ends;
    }

    private static float Greatest(ReadOnlySpan<float> column)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(column);
        var greatest = Vector<float>.Zero;
        foreach (var vector in vectors)
            greatest = Vector.Max(greatest, Vector.Abs(vector));
        float result = 0;
        for (int lane = 0; lane < Vector<float>.Count; lane++)
            result = MathF.Max(result, greatest[lane]);
        foreach (float x in column[(vectors.Length * Vector<float>.Count)..])
            result = MathF.Max(result, MathF.Abs(x));
        return result;
    }
}

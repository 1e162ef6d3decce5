namespace Charts;

/// <summary>Refuses NaN and infinities at the door, so that no drawing code has to think of them.</summary>
internal static class Finite
{
    internal static double Require(double value, string name) => double.IsFinite(value) ? value
        : throw new ArgumentException($"Every value must be a finite number, but one is {value}.", name);

    internal static double[] Each(double[] values, string name)
    {
        foreach (var value in values) Require(value, name);
        return values;
    }
}

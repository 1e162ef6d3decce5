namespace Charts;

/// <summary>
/// Maps the domain From…To on the range Start…Stop in a straight line, beyond the ends too. Either may run backwards;
/// a domain without extent maps to the middle of the range.
/// </summary>
public readonly record struct LinearScale(double From, double To, double Start, double Stop)
{
    /// <summary>The place of a value.</summary>
    public double this[double value] => Start + (Stop - Start) * Fraction(value);

    // Halves, since the distance between two finite numbers may be infinite.
    private double Fraction(double value)
    {
        var extent = To / 2 - From / 2;
        return extent == 0 ? 0.5 : (value / 2 - From / 2) / extent;
    }
}

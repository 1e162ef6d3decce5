namespace Charts;

/// <summary>The stretch of values that an axis shows.</summary>
internal readonly record struct Domain(double From, double To)
{
    internal static Domain Of(IEnumerable<double> values)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return new(low, high);
    }

    private double Magnitude => Math.Max(Math.Abs(From), Math.Abs(To));

    // 0.1 + 0.2 and 0.3 are one value to a reader; no axis can tell them apart.
    private bool IsOneValue => To / 2 - From / 2 <= 1e-12 * Magnitude || Magnitude < 1e-290;

    /// <summary>Wider by a little on each side, but not across zero; where all values are equal, a stretch around them.</summary>
    internal Domain Padded()
    {
        var pad = IsOneValue ? (Magnitude < 1e-290 ? 1 : Magnitude / 10) : (To / 2 - From / 2) * 0.08;
        return new(Keep(From - pad, From >= 0 && From < pad * 3), Keep(To + pad, To <= 0 && -To < pad * 3));

        static double Keep(double end, bool stopAtZero) => stopAtZero ? 0 : Math.Clamp(end, double.MinValue, double.MaxValue);
    }

    internal double Clamp(double value) => Math.Clamp(value, From, To);

    internal Domain WithZero() => new(Math.Min(0, From), Math.Max(0, To));
}

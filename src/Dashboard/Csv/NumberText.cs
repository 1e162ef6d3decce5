using System.Globalization;

namespace Dashboard.Csv;

/// <summary>
/// Numbers as people write them, the same in every culture: only the digits 0-9, at most 1e15 in size, never NaN or infinite.
/// What could be read in two ways ("100,50" where the point is the decimal mark) is refused.
/// </summary>
public static class NumberText
{
    public const double Largest = 1e15;

    // Up to 15 digits and 22 decimals, digits / power is the correctly rounded double (both are exact).
    private const int ExactDigits = 15;
    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(n => double.Parse($"1e{n}", CultureInfo.InvariantCulture))];

    public static bool TryParse(ReadOnlySpan<char> cell, char decimalMark, out double value) =>
        TryPlain(cell, decimalMark, out value) || TryDressed(cell, decimalMark, out value);

    public static string WhyNot(ReadOnlySpan<char> cell, char decimalMark)
    {
        if (TryRead(cell, decimalMark, out var value))
            return double.IsFinite(value) ? "larger than 1,000,000,000,000,000" : "not a finite number";
        if (TryRead(cell, decimalMark == ',' ? '.' : ',', out _))
            return decimalMark == ',' ? "written with a decimal point, this file has decimal commas" : "written with a decimal comma, this file has decimal points";
        return IsNotFinite(cell) ? "not a finite number" : "not a number";
    }

    private static bool TryPlain(ReadOnlySpan<char> cell, char decimalMark, out double value)
    {
        value = 0;
        var negative = cell.Length > 1 && cell[0] == '-';
        var i = negative ? 1 : 0;
        if (cell.Length - i is 0 or > ExactDigits + 1) return false;
        long digits = 0;
        var mark = -1;
        for (; i < cell.Length; i++)
        {
            var digit = cell[i] - '0';
            if ((uint)digit <= 9) digits = digits * 10 + digit;
            else if (cell[i] == decimalMark && mark < 0) mark = i;
            else return false;
        }
        var count = cell.Length - (negative ? 1 : 0) - (mark < 0 ? 0 : 1);
        if (count is 0 or > ExactDigits) return false;
        value = mark < 0 ? digits : digits / Powers[cell.Length - mark - 1];
        if (negative && digits != 0) value = -value;
        return true;
    }

    private static bool TryDressed(ReadOnlySpan<char> cell, char decimalMark, out double value) =>
        TryRead(cell, decimalMark, out value) && Math.Abs(value) <= Largest;

    private static bool TryRead(ReadOnlySpan<char> cell, char decimalMark, out double value)
    {
        value = 0;
        var dress = new NumberDress(CellText.WithoutGuard(cell));
        Span<char> plain = stackalloc char[NumberDigits.MaxLength];
        if (!dress.Fits || !NumberDigits.TryCopy(dress.Body, decimalMark, plain, out var length)) return false;
        if (!double.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)) return false;
        if (dress.Negative && value != 0) value = -value;
        return true;
    }

    private static bool IsNotFinite(ReadOnlySpan<char> cell)
    {
        var word = cell.Trim().TrimStart("+-");
        return word.Equals("nan", StringComparison.OrdinalIgnoreCase) || word.Equals("inf", StringComparison.OrdinalIgnoreCase)
            || word.Equals("infinity", StringComparison.OrdinalIgnoreCase) || word is "∞";
    }
}

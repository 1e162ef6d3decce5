namespace Dashboard.Csv;

/// <summary>The digits of a number without their thousands separators, the decimal mark turned into a point.</summary>
internal static class NumberDigits
{
    public const int MaxLength = 64;
    private const string Blanks = " \u00A0\u202F\u2009'’";

    public static bool TryCopy(ReadOnlySpan<char> body, char decimalMark, Span<char> plain, out int length)
    {
        length = 0;
        if (body.Length > MaxLength) return false;
        var integer = body[..IndexOrEnd(body, decimalMark, 'e', 'E')];
        var rest = body[integer.Length..];
        if (!TryGroups(integer, decimalMark, plain, ref length, out var grouped)) return false;
        var integerDigits = length;
        if (rest.Length > 0 && rest[0] == decimalMark)
        {
            plain[length++] = '.';
            rest = rest[1..];
            CopyDigits(ref rest, plain, ref length);
            if (length == integerDigits + 1 && integerDigits == 0) return false;
        }
        return rest.IsEmpty ? length > 0 : !grouped && TryExponent(rest, plain, ref length);
    }

    // Groups of exactly three after a first group of one to three that does not begin with 0: "0,500" is half of something.
    private static bool TryGroups(ReadOnlySpan<char> integer, char decimalMark, Span<char> plain, ref int length, out bool grouped)
    {
        CopyDigits(ref integer, plain, ref length);
        grouped = !integer.IsEmpty;
        if (!grouped) return true;
        var separator = integer[0];
        if (!IsSeparator(separator, decimalMark) || length is 0 or > 3 || plain[0] == '0') return false;
        while (integer.Length > 0 && integer[0] == separator)
        {
            integer = integer[1..];
            var before = length;
            CopyDigits(ref integer, plain, ref length);
            if (length - before != 3) return false;
        }
        return integer.IsEmpty;
    }

    private static bool IsSeparator(char c, char decimalMark) => c == (decimalMark == ',' ? '.' : ',') || Blanks.Contains(c);

    private static bool TryExponent(ReadOnlySpan<char> rest, Span<char> plain, ref int length)
    {
        if (length == 0 || (rest[0] | 0x20) != 'e') return false;
        plain[length++] = 'e';
        rest = rest[1..];
        if (rest.Length > 0 && rest[0] is '+' or '-')
        {
            plain[length++] = rest[0];
            rest = rest[1..];
        }
        var before = length;
        CopyDigits(ref rest, plain, ref length);
        return rest.IsEmpty && length > before;
    }

    private static int IndexOrEnd(ReadOnlySpan<char> body, char a, char b, char c)
    {
        var at = body.IndexOfAny(a, b, c);
        return at < 0 ? body.Length : at;
    }

    private static void CopyDigits(ref ReadOnlySpan<char> from, Span<char> plain, ref int length)
    {
        var count = 0;
        while (count < from.Length && char.IsAsciiDigit(from[count])) plain[length++] = from[count++];
        from = from[count..];
    }
}

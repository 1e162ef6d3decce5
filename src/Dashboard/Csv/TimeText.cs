namespace Dashboard.Csv;

/// <summary>The part of a date cell after the day: nothing, or a time of day, perhaps with AM or PM, perhaps with a zone that is left away.</summary>
internal static class TimeText
{
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.IsEmpty) return true;
        if (text[0] is not ('T' or 't' or ' ' or ',')) return false;
        text = text[1..].TrimStart(' ');
        if (!TryTwoDigits(ref text, 1, out var hour) || !TryNext(ref text, out var minute)) return false;
        var second = 0;
        if (text.StartsWith(':') && !TryNext(ref text, out second)) return false;
        var ticks = Fraction(ref text);
        if (!TryHalfDay(ref text, ref hour) || !IsZone(text) || hour > 23 || minute > 59 || second > 59) return false;
        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return true;
    }

    private static bool TryNext(ref ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (!text.StartsWith(':')) return false;
        text = text[1..];
        return TryTwoDigits(ref text, 2, out value);
    }

    private static bool TryTwoDigits(ref ReadOnlySpan<char> text, int least, out int value)
    {
        var length = 0;
        for (value = 0; length < 2 && length < text.Length && char.IsAsciiDigit(text[length]); length++) value = value * 10 + text[length] - '0';
        text = text[length..];
        return length >= least;
    }

    private static long Fraction(ref ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('.' or ',') || !char.IsAsciiDigit(text[1])) return 0;
        text = text[1..];
        long ticks = 0, unit = TimeSpan.TicksPerSecond / 10;
        for (; text.Length > 0 && char.IsAsciiDigit(text[0]); text = text[1..], unit /= 10) ticks += unit * (text[0] - '0');
        return ticks;
    }

    private static bool TryHalfDay(ref ReadOnlySpan<char> text, ref int hour)
    {
        text = text.TrimStart(' ');
        var afternoon = text.StartsWith("pm", StringComparison.OrdinalIgnoreCase);
        if (!afternoon && !text.StartsWith("am", StringComparison.OrdinalIgnoreCase)) return true;
        text = text[2..];
        if (hour is < 1 or > 12) return false;
        hour = hour % 12 + (afternoon ? 12 : 0);
        return true;
    }

    private static bool IsZone(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text is "Z" or "z" or "UTC") return true;
        if (text[0] is not ('+' or '-') || text.Length is < 3 or > 6) return false;
        foreach (var c in text[1..])
            if (c != ':' && !char.IsAsciiDigit(c)) return false;
        return true;
    }
}

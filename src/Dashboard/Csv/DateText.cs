namespace Dashboard.Csv;

/// <summary>
/// Dates with a four-digit year from 1900 to 2100 and an optional time of day. A zone is read and left away: the result is
/// the time as written. Serial numbers, two-digit years and leap seconds are refused.
/// </summary>
public static class DateText
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly record struct Part(int Value, int Length, bool IsWord);

    public static bool TryParse(ReadOnlySpan<char> cell, DateOrder order, out DateTime value)
    {
        value = default;
        var text = cell.Trim();
        return text.Length is >= 8 and <= 40
            && TryDay(ref text, order, out var day)
            && TimeText.TryParse(text, out var time)
            && (value = day.Add(time)) >= day;
    }

    private static bool TryDay(ref ReadOnlySpan<char> text, DateOrder order, out DateTime day)
    {
        day = default;
        if (!TryPart(ref text, out var first)) return false;
        if (first is { Length: 8, IsWord: false })
            return order == DateOrder.YearFirst && TryDate(first.Value / 10_000, first.Value / 100 % 100, first.Value % 100, out day);
        if (!TrySeparator(ref text, out var separator) || !TryPart(ref text, out var second)) return false;
        if (!TrySeparator(ref text, out var again) || !TryPart(ref text, out var third)) return false;
        if (separator != again && !first.IsWord && !second.IsWord) return false;
        if (separator == '.' && first.Length == 4 && text.StartsWith('.')) text = text[1..];
        return TryArrange(first, second, third, order, out day);
    }

    private static bool TryArrange(Part first, Part second, Part third, DateOrder order, out DateTime day)
    {
        day = default;
        if (first.Length == 4 && !first.IsWord)
            return IsShort(second) && IsShort(third) && TryDate(first.Value, second.Value, third.Value, out day);
        if (third.Length != 4 || third.IsWord || (first.IsWord && second.IsWord) || !IsShort(first) || !IsShort(second)) return false;
        var named = first.IsWord || second.IsWord;
        if (order == DateOrder.YearFirst && !named) return false;
        var monthFirst = named ? first.IsWord : order == DateOrder.MonthFirst;
        return monthFirst ? TryDate(third.Value, first.Value, second.Value, out day) : TryDate(third.Value, second.Value, first.Value, out day);
    }

    private static bool IsShort(Part part) => part.IsWord || part.Length <= 2;

    private static bool TryDate(int year, int month, int day, out DateTime date)
    {
        date = default;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryPart(ref ReadOnlySpan<char> text, out Part part)
    {
        var length = 0;
        var isWord = text.Length > 0 && char.IsAsciiLetter(text[0]);
        while (length < text.Length && (isWord ? char.IsAsciiLetter(text[length]) : char.IsAsciiDigit(text[length]))) length++;
        var value = length is 0 or > 9 ? 0 : isWord ? MonthOf(text[..length]) : int.Parse(text[..length]);
        part = new Part(value, length, isWord);
        text = text[length..];
        return value > 0;
    }

    private static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < 12; month++)
            if (word.Length >= 3 && Months[month].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)) return month + 1;
        return 0;
    }

    private static bool TrySeparator(ref ReadOnlySpan<char> text, out char separator)
    {
        separator = text.Length > 0 ? text[0] : '\0';
        if (separator is not ('/' or '-' or '.' or ' ' or ',')) return false;
        text = text[1..].TrimStart(' ');
        return true;
    }
}

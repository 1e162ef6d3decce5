namespace Dashboard.Csv;

/// <summary>A cell of the first record beside the filled cells below it.</summary>
internal sealed class FirstCell
{
    private const double Most = 0.9;
    private const int ShapedFrom = 4;

    private readonly IReadOnlyList<string> below;
    private readonly string cell;
    private readonly double number;

    public FirstCell(string cell, IReadOnlyList<string> below, char decimalMark)
    {
        (this.cell, this.below) = (cell.Trim(), below);
        IsFilled = !Missing.Is(cell);
        if (!IsFilled || below.Count == 0) return;
        bool Counts(string text) => NumberText.TryParse(text, decimalMark, out _);
        var (dates, numbers) = (Are(IsDate), Are(Counts));
        IsNumber = numbers && NumberText.TryParse(cell, decimalMark, out number);
        var repeats = below.Contains(this.cell, StringComparer.OrdinalIgnoreCase);
        IsData = (dates && IsDate(cell)) || IsNumber || (!dates && !numbers && (repeats || HasShape()));
        IsName = !IsData && (dates || numbers || NamesSomething());
    }

    public bool IsFilled { get; }
    public bool IsData { get; }
    public bool IsName { get; }
    public bool IsNumber { get; }
    public double Number => IsNumber ? number : double.NaN;
    public bool IsYearOverOthers => IsYear(cell) && !Are(IsYear);

    private bool Are(Func<string, bool> what) => below.Count(what) >= Most * below.Count;

    /// <summary>K001 over K002, or one address over others.</summary>
    private bool HasShape()
    {
        if (cell.Contains('@')) return Are(other => other.Contains('@'));
        var shape = Shape(cell);
        return cell.Length >= ShapedFrom && shape.Contains('9') && Are(other => Shape(other) == shape);
    }

    // "No" is short for number above a column, and an answer in a record.
    private bool NamesSomething() =>
        (HeaderWords.IdStrength(cell) > 0 && !cell.Equals("no", StringComparison.OrdinalIgnoreCase)) || HeaderWords.IsDate(cell) || HeaderWords.IsConsent(cell);

    private static string Shape(string text) => string.Concat(text.Select(c => char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'a' : c));

    private static bool IsYear(string text) => text.Length == 4 && int.TryParse(text, out var year) && year is >= 1900 and <= 2100;

    private static bool IsDate(string text) => Enum.GetValues<DateOrder>().Any(order => DateText.TryParse(text, order, out _));
}

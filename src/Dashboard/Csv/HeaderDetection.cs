namespace Dashboard.Csv;

/// <summary>
/// Whether the first record names the columns. A word over numbers or dates, or one that names an id, says so. It is data if nothing says so and
/// at least half of its cells look like those below them.
/// </summary>
internal static class HeaderDetection
{
    private const int Rows = 200;

    public static bool HasHeader(ReadOnlyMemory<byte> utf8, Layout layout, char decimalMark)
    {
        var records = SampleRecords.Read(utf8, layout.Delimiter).Where(r => r.Line > layout.Preamble).Take(Rows).Select(r => r.Cells).ToList();
        if (records.Count < 2) return true;
        var columns = records[0].Select((cell, i) => new FirstCell(cell, Below(records, i), decimalMark)).ToList();
        if (columns.Exists(c => c.IsName) || AreLabels([.. columns.Where(c => c.IsNumber)])) return true;
        return columns.Count(c => c.IsData) * 2 < Math.Max(1, columns.Count(c => c.IsFilled));
    }

    // Files glued together repeat their header further down; such a record tells nothing.
    private static List<string> Below(List<string[]> records, int column) =>
        [.. records.Skip(1).Where(r => column < r.Length && !r.SequenceEqual(records[0])).Select(r => r[column].Trim()).Where(cell => !Missing.Is(cell))];

    /// <summary>Years over other numbers, or 0, 1, 2…: names that happen to be numbers.</summary>
    private static bool AreLabels(List<FirstCell> numbers) => numbers.Count > 0
        && (numbers.TrueForAll(c => c.IsYearOverOthers) || (numbers.Count > 1 && numbers.Select((c, i) => c.Number == i).All(counts => counts)));
}

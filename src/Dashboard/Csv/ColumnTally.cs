namespace Dashboard.Csv;

/// <summary>What the first records say about one column.</summary>
internal sealed class ColumnTally(char decimalMark)
{
    private const int SampleChars = 100;

    // Hashes, not texts: 256 columns of long different texts would otherwise be held for ten thousand rows.
    private readonly HashSet<ulong> distinct = [];
    private readonly List<string> samples = [];
    private int yesNos, longest;
    private long counter = -1;

    public int Cells { get; private set; }
    public int Filled { get; private set; }
    public int Numbers { get; private set; }
    public int Fractions { get; private set; }
    public int LeadingZeros { get; private set; }
    public bool Counts { get; private set; } = true;
    public DateVotes Dates { get; } = new();

    public int Distinct => distinct.Count;
    public bool HasSpaces { get; private set; }
    public bool IsYesNo => Filled > 0 && yesNos == Filled && Distinct <= 4;
    public bool IsShort => longest <= 64;
    public IReadOnlyList<string> Samples => samples;

    public void Add(ReadOnlySpan<char> cell)
    {
        Cells++;
        if (Missing.Is(cell)) return;
        Filled++;
        cell = cell.Trim();
        longest = Math.Max(longest, cell.Length);
        HasSpaces |= cell.Contains(' ');
        AddDistinct(cell);
        AddNumber(cell);
        Dates.Add(cell);
    }

    private void AddDistinct(ReadOnlySpan<char> cell)
    {
        if (distinct.Add(Hash(cell)) && samples.Count < 3) samples.Add(cell[..Math.Min(cell.Length, SampleChars)].ToString());
        if (YesNo.Is(cell)) yesNos++;
    }

    // FNV-1a, 64 bits.
    private static ulong Hash(ReadOnlySpan<char> cell)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in cell) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    private void AddNumber(ReadOnlySpan<char> cell)
    {
        if (!NumberText.TryParse(cell, decimalMark, out var value))
        {
            Counts = false;
            return;
        }
        Numbers++;
        if (value != Math.Floor(value)) Fractions++;
        if (cell.Length > 1 && cell[0] == '0' && !cell.ContainsAnyExceptInRange('0', '9')) LeadingZeros++;
        Counts &= counter < 0 ? value is 0 or 1 : value == counter + 1;
        counter = (long)value;
    }
}

namespace Dashboard.Runs;

/// <summary>A mean or a share in each of some segments, as text and as number, NaN where it is not told; Apart is how far the highest is from the lowest, as an effect.</summary>
public sealed record ComparedLine(string Name, bool Clustered, IReadOnlyList<string> Values, IReadOnlyList<double> Numbers, double Apart)
{
    private const double Large = 0.8;
    private const double Medium = 0.5;
    private const double Small = 0.2;

    public string Word => Apart switch { >= Large => "large", >= Medium => "medium", >= Small => "small", _ => "hardly any" };

    /// <summary>1 for the highest, -1 for the lowest, 0 between and where all are about the same.</summary>
    public int Direction(int place)
    {
        var known = Numbers.Where(double.IsFinite).ToList();
        return Apart < Small || known.Count < 2 || !double.IsFinite(Numbers[place]) ? 0 : Numbers[place] == known.Max() ? 1 : Numbers[place] == known.Min() ? -1 : 0;
    }
}

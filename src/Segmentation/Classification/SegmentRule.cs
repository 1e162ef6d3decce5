namespace Segmentation.Classification;

/// <summary>
/// Who is in a segment, in words: the rows that meet all conditions of one of the alternatives, none of which overlap. Rows are those the rule
/// takes, Hits those of them in the segment, Size all rows in the segment.
/// </summary>
public sealed record SegmentRule(int Segment, IReadOnlyList<IReadOnlyList<Condition>> Alternatives, int Rows, int Hits, int Size)
{
    /// <summary>The share of the segment that the rule takes, also called recall.</summary>
    public double Coverage => Size == 0 ? 0 : (double)Hits / Size;

    /// <summary>The share of the rows taken that are in the segment.</summary>
    public double Precision => Rows == 0 ? 0 : (double)Hits / Rows;

    /// <summary>Empty where no rule takes the segment; "everyone" where there is nothing to tell apart.</summary>
    public string Text => Write(" and ", ", or ", condition => condition.Text, "everyone");

    /// <summary>A condition of standard SQL; 1 = 0 where no rule takes the segment.</summary>
    public string Sql => Alternatives.Count == 0 ? "1 = 0" : Write(" AND ", " OR ", condition => condition.Sql, "1 = 1");

    private string Write(string and, string or, Func<Condition, string> write, string always) =>
        string.Join(or, Alternatives.Select(conditions => conditions.Count == 0 ? always : string.Join(and, conditions.Select(write))));
}

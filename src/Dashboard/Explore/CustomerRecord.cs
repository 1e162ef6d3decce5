using Dashboard.Data;

namespace Dashboard.Explore;

/// <summary>A segment that a customer is or was in, by which run, and which of their versions it looked at.</summary>
public sealed record CustomerSegment(Segment Segment, Run Run, double? Distance, bool IsInUse);

/// <summary>What one data set knows of a customer: each version of them, oldest first and at least one, and every segment, newest first.</summary>
public sealed record CustomerRecord(
    Dataset Dataset, IReadOnlyList<Column> Columns, IReadOnlyList<CustomerVersion> Versions,
    IReadOnlyDictionary<int, Import> Imports, IReadOnlyList<CustomerSegment> Segments)
{
    /// <summary>False once they were taken out, or the import that brought them was taken back.</summary>
    public bool IsCurrent => Versions.Any(v => v.IsIn(Dataset.Version));

    public CustomerVersion Latest => Versions.LastOrDefault(v => v.IsIn(Dataset.Version)) ?? Versions[^1];

    /// <summary>Whether and why they take no part in segments and lists.</summary>
    public LeftOut LeftOut => Latest.LeftOut;

    /// <summary>The values that differ from the version before, as they were and as they are.</summary>
    public IEnumerable<(Column Column, object? Before, object? After)> Changes(int version) =>
        from i in Enumerable.Range(0, version == 0 ? 0 : Columns.Count)
        let before = Versions[version - 1].Row.Values[i]
        let after = Versions[version].Row.Values[i]
        where !Equals(before, after)
        select (Columns[i], before, after);
}

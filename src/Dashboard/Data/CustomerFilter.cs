namespace Dashboard.Data;

/// <summary>What a column must hold: a number from … to …, both included; a text; or nothing at all.</summary>
public sealed record ColumnFilter(Column Column, double? From = null, double? To = null, string? Is = null, bool IsMissing = false);

/// <summary>Which customers to list: all conditions must hold. The segment is given with its run.</summary>
public sealed record CustomerFilter(string? Search, IReadOnlyList<ColumnFilter> Columns, (int Run, int Index)? Segment);

/// <summary>By a stored column, by key, or with neither in the order of the file.</summary>
public sealed record CustomerSort(Column? By, bool ByKey = false, bool Descending = false);

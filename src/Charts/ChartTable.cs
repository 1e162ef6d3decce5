namespace Charts;

/// <summary>The table twin of a chart; each row has a text per column, numbers formatted already.</summary>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

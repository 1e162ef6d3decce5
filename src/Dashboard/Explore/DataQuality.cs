using Dashboard.Data;

namespace Dashboard.Explore;

public enum ColumnFlag { Constant, IdLike, Empty }

/// <summary>
/// A column with what its values look like: a spread of numbers, or the most frequent texts. Dates have their first and last, and months or
/// years in their order for texts.
/// </summary>
public sealed record ColumnQuality(Column Column, ColumnFlag? Flag, NumberSpread? Spread, IReadOnlyList<(string Text, int Count)> Top)
{
    public (string First, string Last)? Days { get; init; }
}

/// <summary>What one version of a data set is like, column by column; the correlation of the columns compared is a triangle.</summary>
public sealed record DataQuality(
    IReadOnlyList<ColumnQuality> Columns, IReadOnlyList<Column> Compared, double[][] Correlation, int RowsCompared, long Missing, long Cells,
    IReadOnlyList<CustomerRow> First, IReadOnlyList<CustomerRow> Last)
{
    public IReadOnlyList<CorrelatedPair> Correlated { get; } = Correlations.Find(Compared, Correlation);
}

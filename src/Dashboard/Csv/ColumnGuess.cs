namespace Dashboard.Csv;

/// <summary>What a column seems to hold: <c>Source</c> is its header as in the file, <c>Filled</c> the share of cells that are not missing.</summary>
public sealed record ColumnGuess(
    string Source, string Name, ColumnRole Role, DateOrder DateOrder, double Confidence,
    IReadOnlyList<string> Samples, double Filled, string Reason);

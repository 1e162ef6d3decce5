namespace Dashboard.Imports;

/// <summary>Why a row cannot be taken. Those of one cell can be repaired, those of a whole row cannot.</summary>
internal sealed record RowProblem(string Reason, string? Column = null, CellProblem? Cell = null, string? Value = null);

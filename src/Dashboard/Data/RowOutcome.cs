namespace Dashboard.Data;

/// <summary>What a row of a file is to a data set.</summary>
public enum RowOutcome { New, Updated, Unchanged, Duplicate, Skipped, Suppressed }

/// <summary>What becomes of the values of a customer who is there already.</summary>
public enum OnMatch { Overwrite, Fill, Skip }

/// <summary>What becomes of a row whose customer is not there yet.</summary>
public enum OnNew { Create, Skip }

public sealed record MatchRule(OnMatch OnMatch, OnNew OnNew);

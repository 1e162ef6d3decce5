namespace Dashboard.Runs;

/// <summary>How far a segmentation can be trusted, and how it can be told: kept with the run, for page, report and API alike.</summary>
public sealed record RunEvidence(
    IReadOnlyList<SegmentEvidence> Segments, double? RuleAgreement, int Repeats, int RowsRepeated, IReadOnlyList<SensitiveFinding> Sensitive);

/// <summary>
/// Stability is the mean Jaccard coefficient over samples, null where it was not tried; Spread its least, quartiles and greatest. Silhouette is the segment's
/// mean, Borderline the share of its customers who could as well be in another. Medoid and Doubtful are rows of the customers' table.
/// </summary>
public sealed record SegmentEvidence(
    int Index, double? Stability, double[] Spread, int Dissolved, RuleFound? Rule, double? Silhouette, double? Borderline, long? Medoid, long[] Doubtful);

/// <summary>A segment as conditions in the units of the file: Rows customers meet them, Hits of these are in the segment.</summary>
public sealed record RuleFound(string Text, string Sql, double Coverage, double Precision, int Rows, int Hits);

/// <summary>How closely the segments go together with a sensitive column (Cramér's V with its 95 % interval), and how much better they let one guess it.</summary>
public sealed record SensitiveFinding(string Column, double CramersV, double Low, double High, double Guess);

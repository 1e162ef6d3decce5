namespace Dashboard.Csv;

/// <summary>What a person says about a file; the rest is detected in the light of it.</summary>
public sealed record CsvWish(string? EncodingName = null, char? Delimiter = null, char? DecimalMark = null, int? PreambleLines = null, bool? HasHeader = null);

namespace Dashboard.Imports;

/// <summary>The file is good, but its data set cannot take it, or not now.</summary>
public sealed class ImportConflict(string message) : Exception(message);

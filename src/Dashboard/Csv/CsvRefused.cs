using System.Diagnostics.CodeAnalysis;

namespace Dashboard.Csv;

/// <summary>The file as a whole cannot be read; the message tells its owner what to do.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Reads as what happened: the file was refused.")]
public sealed class CsvRefused(string message) : Exception(message);

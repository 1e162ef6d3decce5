namespace Dashboard.Data;

/// <summary>Why the site does not start, in one line that says what to do.</summary>
public sealed class StartRefused(string message) : Exception(message);

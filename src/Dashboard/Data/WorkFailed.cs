namespace Dashboard.Data;

/// <summary>Work that cannot be done, with the reason in words for the person who asked for it.</summary>
public sealed class WorkFailed(string message) : Exception(message);

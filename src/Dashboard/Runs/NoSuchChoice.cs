namespace Dashboard.Runs;

/// <summary>A choice that the run does not have; the message names those that it has.</summary>
public sealed class NoSuchChoice(string message) : Exception(message);

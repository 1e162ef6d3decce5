namespace Dashboard.Models;

/// <summary>A model file that cannot be taken, with the reason in words for whoever brought it.</summary>
public sealed class ModelRefused(string message) : Exception(message);

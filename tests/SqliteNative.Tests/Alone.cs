namespace SqliteNative.Tests;

/// <summary>Tests that look at the memory or the environment of the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

namespace Charts;

/// <summary>Text broken into lines; Cut where some of it was left out.</summary>
public readonly record struct WrappedText(IReadOnlyList<string> Lines, bool Cut);

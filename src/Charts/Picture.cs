namespace Charts;

/// <summary>
/// A drawn chart as a value: a sheet of Width by Height units and the shapes on it, the first at the bottom.
/// Title and Description are for readers who do not see it.
/// </summary>
public sealed record Picture(double Width, double Height, string Title, string Description, IReadOnlyList<Shape> Shapes);

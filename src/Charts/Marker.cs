namespace Charts;

/// <summary>The outline of a data point; all have about the same area for the same radius.</summary>
public enum Marker
{
    /// <summary>A filled circle.</summary>
    Disc,

    /// <summary>A square on its side.</summary>
    Square,

    /// <summary>A triangle that points up.</summary>
    Triangle,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle that points down.</summary>
    TriangleDown,

    /// <summary>A thick upright cross.</summary>
    Plus,

    /// <summary>A thick diagonal cross.</summary>
    Times,

    /// <summary>An empty circle.</summary>
    Ring,
}

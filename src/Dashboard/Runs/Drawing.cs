using Charts;

namespace Dashboard.Runs;

/// <summary>A chart with what can be seen in it, or without one the reason why.</summary>
public sealed record Drawing(Chart? Chart, string Caption);

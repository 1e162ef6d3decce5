using Dashboard.Runs;

namespace Dashboard.Pages.Runs;

/// <summary>A chart on a page: its address without the ending, and the choices behind it.</summary>
public sealed record DrawingView(Drawing Drawing, string Address, string Choice, double Width, double Height);

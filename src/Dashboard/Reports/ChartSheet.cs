using Charts;

namespace Dashboard.Reports;

/// <summary>A chart to be put on paper, with what to see in it and whose customers it shows.</summary>
public sealed record ChartSheet(Chart Chart, string Caption, string Source);

using Charts;
using Dashboard.Data;
using Dashboard.Runs;
using Dashboard.Targets;

namespace Dashboard.Reports;

/// <summary>A campaign report as it is printed: of one segment, or of all segments of a run with contents and an overview before them.</summary>
public sealed record ReportDocument(Run Run, IReadOnlyList<ReportContent> Segments, IReadOnlyList<Chart> Overview, Letterhead Letterhead, string Date, SheetView? Targets = null)
{
    public RunSettings Settings { get; } = RunSettings.FromJson(Run.Settings);

    public RunModel Found { get; } = RunModel.FromJson(Run.Model!);

    public bool HasContents => Overview.Count > 0;

    public string Title => HasContents ? $"All segments of {Run.Dataset.Name}" : Segments[0].Segment.Name;

    /// <summary>What stands on each page above the text.</summary>
    public string Header => string.Join(" · ", new[] { Letterhead.Company, Title, HasContents ? null : Run.Dataset.Name, $"run {Run.Id}", Date }.OfType<string>());

    /// <summary>What the file is called.</summary>
    public string Name => HasContents ? Run.Name : Title;
}

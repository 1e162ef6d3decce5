using Charts;
using Dashboard.Data;
using Dashboard.Runs;
using Dashboard.Targets;
using Segmentation.Profiles;

namespace Dashboard.Reports;

/// <summary>All that the campaign report says of a segment.</summary>
public sealed record ReportContent(
    Segment Segment,
    SegmentProfile Profile,
    SegmentFacts Facts,
    Worth? Worth,
    Audience Audience,
    Chart Apart,
    Chart Scatter,
    IReadOnlyList<Chart> Histograms,
    IReadOnlyList<Column> TypicalColumns,
    IReadOnlyList<CustomerRow> Typical)
{
    public Run Run => Segment.Run;

    /// <summary>Figures of so few are those of single people.</summary>
    public bool IsTiny => SmallCells.Hides(Segment.Size);

    /// <summary>Who they are, in one sentence.</summary>
    public string Sentence
    {
        get
        {
            var apart = Profile.Features.Where(f => f.IsMarker).OrderByDescending(f => Math.Abs(f.Effect)).Take(2)
                .Select(f => $"{f.Label} {(f.Deviation > 0 ? "well above" : "well below")} the average customer ({Figure.WithUnit(f.Mean, f.Unit)} against {Figure.Text(f.OverallMean)})").ToList();
            return $"{Segment.Size:N0} customers, {Figure.Share(Segment.Share)} of all. "
                + (apart.Count == 0 ? "In every feature they are close to the average customer." : $"{string.Join("; ", apart)}.");
        }
    }
}

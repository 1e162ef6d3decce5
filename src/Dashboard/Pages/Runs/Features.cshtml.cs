using Dashboard.Data;
using Dashboard.Runs;
using Segmentation.Profiles;

namespace Dashboard.Pages.Runs;

public sealed class Features(DashboardDb db, RunCharts charts) : RunPage(db)
{
    private const string Radar = "radar";

    public bool IsRadar { get; private set; }
    public bool IsViolin { get; private set; }
    public string Feature { get; private set; } = "";
    public string? Category { get; private set; }
    public DrawingView Profile { get; private set; } = null!;
    public DrawingView Boxes { get; private set; } = null!;
    public DrawingView Mix { get; private set; } = null!;
    public List<(Segment Segment, DrawingView View)> Histograms { get; } = [];
    public IReadOnlyList<CategoryProfile> Categories => [.. Run.Segments[0].ReadProfile().Categories.Where(c => c.Shares.Count > 0)];

    public void OnGet(string? feature, string? shape, string? category, string? profile)
    {
        (IsRadar, IsViolin, Category) = (profile == Radar, shape == ChartChoice.Violin, category);
        Feature = Chosen(feature);
        var overview = IsRadar ? Radar : "profile";
        Profile = View(() => charts.DrawAsync(overview, Run), overview, "", 900, IsRadar ? 480 : 380);
        shape = IsViolin ? shape : null;
        Boxes = View(() => charts.DrawAsync("boxplot", Run, new(Feature: Feature, Shape: shape)), "boxplot", Choice(("feature", Feature), ("shape", shape)), 900, 360);
        Mix = View(() => charts.DrawAsync("mix", Run, new(Feature: category)), "mix", Choice(("feature", category)), 900, 320);
        foreach (var segment in RunCharts.InOrder(Run).Where(_ => Numbers.Any(f => f.Name == Feature)))
        {
            var choice = new ChartChoice(Feature: Feature, Segment: segment.Index);
            Histograms.Add((segment, View(() => charts.DrawAsync("histogram", Run, choice), "histogram", Choice(("feature", Feature), ("segment", $"{segment.Index}")), 310, 220)));
        }
    }

    /// <summary>The same page with something else chosen.</summary>
    public string With(bool? violin = null, bool? radar = null) => $"/runs/{Run.Id}/features" + Choice(
        ("feature", Feature), ("shape", violin ?? IsViolin ? ChartChoice.Violin : null), ("category", Category), ("profile", radar ?? IsRadar ? Radar : null));
}

using System.Text.Json;
using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;
using Segmentation.Scaling;

namespace Dashboard.Runs;

/// <summary>
/// What a run found: the values chosen for "auto", how a customer becomes a point, the centres, and how other numbers of clusters scored. A model that came as
/// a file is Given: it says so, and brings the points that it places by, where there are any.
/// </summary>
public sealed record RunModel(
    int? K, double? Epsilon, Scaler Scaler, double[][] Centres, IReadOnlyList<SweepStep> Sweep, int? Knee, int SweptRows,
    IReadOnlyList<CodedCategory>? Categories = null, Mixture? Mixture = null, int? MinClusterSize = null, Familiarity? Familiarity = null, RunEvidence? Evidence = null,
    GivenModel? Given = null)
{
    public Preparation PreparationFor(RunSettings settings) =>
        new([.. settings.Features.Select(f => f.Name).Except((Categories ?? []).Select(c => c.Name))], Categories ?? [], Scaler);

    /// <summary>How points get their segment, without any customers of the data set; null for a model that needs them.</summary>
    public Placer? PlacerFor(RunSettings settings, Familiarity familiar) => settings.Algorithm switch
    {
        Algorithms.KMeans => new NearestCentre(Centres, familiar),
        Algorithms.Mixture => new MostProbable(Mixture!, Centres.Length, familiar),
        _ => Given?.PlacerFor(Epsilon),
    };

    public string ToJson() => JsonSerializer.Serialize(this);

    public static RunModel FromJson(string json) => JsonSerializer.Deserialize<RunModel>(json)!;

    /// <summary>The model that a run was started with; null for one that looks for its own.</summary>
    public static RunModel? GivenIn(Run run) => run.Model is { } model && FromJson(model) is { Given: not null } given ? given : null;
}

/// <summary>Where a model comes from that was not made here, for people; points and the segment of each, for those by density; what its segments are called.</summary>
public sealed record GivenModel(string From, double[][] Points, int[] Labels, IReadOnlyList<GivenSegment> Segments)
{
    /// <summary>The words of the file hold.</summary>
    public void Name(IEnumerable<Segment> found)
    {
        foreach (var segment in found.Where(s => !s.IsNoise))
        {
            var given = Segments[segment.Index];
            (segment.Name, segment.Description, segment.Action, segment.NameDoubt) = (given.Name, given.Description, given.Action, "");
        }
    }

    public Placer PlacerFor(double? reach) =>
        new NearestNeighbour(Points.Length == 0 ? null : LabelledRows.All(Segmentation.Matrix.FromRows(Points), Labels), reach ?? double.PositiveInfinity);
}

public sealed record GivenSegment(string Name, string Description, string Action);

using Dashboard.Predictions;
using Dashboard.Runs;
using Segmentation.Clustering;
using Segmentation.Scaling;

namespace Dashboard.Models;

/// <summary>A model out of the content of a file. The checksum is right for whoever wrote the file, so every part is looked at before it is used.</summary>
internal sealed class GivenContent
{
    private readonly ModelContent _content;
    private readonly List<FeaturePart> _numbers;
    private readonly List<FeaturePart> _categories;
    private readonly int _dimensions;

    public GivenContent(ModelContent content)
    {
        _content = content;
        Require(content is { Run.Settings: not null, Known: not null, Columns.Count: > 0, Features.Count: > 0, Place: not null, Segments.Count: > 0 }, "it lacks a part that is needed to place customers here");
        _numbers = [.. content.Features.Where(f => f.Words is null)];
        _categories = [.. content.Features.Where(f => f.Words is not null)];
        _dimensions = _numbers.Count + _categories.Sum(c => c.Words!.Count);
        Settings = RunSettings.FromJson(content.Run.Settings!.ToJsonString());
        CheckSettings();
        CheckFeatures();
        CheckSegments();
    }

    public RunSettings Settings { get; }

    public RunModel Model(string from)
    {
        var (place, known) = (_content.Place, _content.Known!);
        Require(known.Low.Length == _dimensions && known.High.Length == _dimensions && known.Reaches.Length == _content.Segments.Count, "its ranges are not those of its features");
        var centres = place.Centres ?? [.. (place.Components ?? []).Select(c => c.Mean)];
        var model = new RunModel(Algorithms.IsByCentre(Settings.Algorithm) ? _content.Segments.Count : null, place.Reach, Scaler, [.. centres], [], null, 0, [.. _categories.Select(c => new CodedCategory(c.Name, CodeOf(c)))],
            place.Components is null ? null : new([.. place.Components.Select(c => c.Weight)], [.. centres], [.. place.Components.Select(c => c.Covariance)]), MinClusterSize: Settings.MinClusterSize, Familiarity: known,
            Given: new(from, [.. (place.Points ?? []).Select(p => p.At)], [.. (place.Points ?? []).Select(p => p.Segment)], [.. _content.Segments.Select(s => new GivenSegment(s.Name, s.Description, s.Action))]));
        CheckPlace(model);
        return model;
    }

    private Scaler Scaler => new(Settings.Scaling, [.. _numbers.Select(f => f.Offset), .. _categories.SelectMany(c => c.Words!.Select(_ => 0.0))],
        [.. _numbers.Select(f => f.Factor), .. _categories.SelectMany(c => c.Words!.Select(_ => c.Factor))], [.. _numbers.Select(f => f.Log), .. _categories.SelectMany(c => c.Words!.Select(_ => false))]);

    private static OneHot CodeOf(FeaturePart category) => new([.. category.Words!], category.Factor);

    private void CheckSettings()
    {
        var errors = new Dictionary<string, string[]>();
        RunRequest.Check(Settings, int.MaxValue, errors);
        Require(errors.Count == 0, errors.Values.Select(e => e[0]).FirstOrDefault() ?? "");
        Require((Settings.Derived ?? []).All(d => d.Name is { Length: > 0 and <= FeatureMatch.LongestName }), "a derived feature has no name, or too long a one");
    }

    private void CheckFeatures()
    {
        Require(_numbers.Count > 0 && _dimensions <= PlacerSql.MostColumns, "it has no numbers, or too many features");
        Require(_content.Features.All(f => double.IsFinite(f.Offset) && double.IsFinite(f.Factor) && f.Factor > 0), "a feature cannot be scaled as it says");
        Require(Settings.Features.Select(f => f.Name).Except(_categories.Select(c => c.Name)).SequenceEqual(_numbers.Select(f => f.Name)), "its features are not those of its settings");
        Require(_numbers.TrueForAll(f => f.Formula == Settings.Derived?.FirstOrDefault(d => d.Name == f.Name)?.Formula), "its formulas are not those of its settings");
    }

    private void CheckSegments() =>
        Require(_content.Segments.Select(s => s.Index).SequenceEqual(Enumerable.Range(0, _content.Segments.Count))
            && _content.Segments.All(s => s.Name is { Length: > 0 and <= 120 } && s.Description is { Length: <= 2000 } && s.Action is { Length: <= 2000 }), "its segments are not numbered from 0, or have no or too long names");

    private void CheckPlace(RunModel model)
    {
        var (place, given) = (_content.Place, model.Given!);
        var kind = Settings.Algorithm switch { Algorithms.KMeans => "nearest-centre", Algorithms.Mixture => "mixture", Algorithms.Dbscan or Algorithms.Hdbscan => "nearest-point", _ => "" };
        Require(place.Kind == kind, "it does not place as its method does");
        Require((Algorithms.IsByCentre(Settings.Algorithm) ? model.Centres.Length == given.Segments.Count : model.Centres.Length == 0 && given.Points.Length is > 0 and <= PlacerSql.MostCores), "its centres or points are too few or too many");
        Require(model.Centres.Concat(given.Points).All(p => p.Length == _dimensions && Array.TrueForAll(p, x => float.IsFinite((float)x))), "a centre or point is no place among its features");
        Require(Array.TrueForAll(given.Labels, label => label >= -1 && label < given.Segments.Count), "a point is in a segment that there is not");
        Require(Settings.Algorithm == Algorithms.Dbscan ? place.Reach > 0 : place.Reach is null, "its reach is not that of its method");
        CheckMixture(model.Mixture);
    }

    private void CheckMixture(Mixture? mixture)
    {
        if (mixture is null)
        {
            return;
        }
        Require(Array.TrueForAll(mixture.Weights, w => w > 0) && Array.TrueForAll(mixture.Covariances, c => c.Length == _dimensions && Array.TrueForAll(c, row => row.Length == _dimensions)), "a component of the mixture has no shape");
        Require(mixture.LogDensities().All(part => double.IsFinite(part.Constant) && Array.TrueForAll(part.Triangle, double.IsFinite)), "a component of the mixture has no density");
    }

    private static void Require(bool holds, string fault)
    {
        if (!holds)
        {
            throw new ModelRefused($"The model in this file cannot be used: {fault}. Download it again from the page Models.");
        }
    }
}

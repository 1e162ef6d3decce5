using System.Globalization;
using Dashboard.Predictions;
using Dashboard.Runs;
using Segmentation.Clustering;
using Segmentation.Scaling;

namespace Dashboard.Pages.Runs;

/// <summary>The choices for a run as a form holds them, in an address or a post; each list of Weighted and Weights, and of DerivedNames and DerivedFormulas, goes together.</summary>
public sealed class RunForm
{
    public const string Auto = "auto";

    public string[] Features { get; init; } = [];
    public string[] Logs { get; init; } = [];
    public string[] Weighted { get; init; } = [];
    public string[] Weights { get; init; } = [];
    public string[] DerivedNames { get; init; } = [];
    public string[] DerivedFormulas { get; init; } = [];
    public string Algorithm { get; init; } = Algorithms.KMeans;
    public string? K { get; init; } = Auto;
    public string? Epsilon { get; init; } = Auto;
    public int MinPoints { get; init; } = 5;
    public string? MinClusterSize { get; init; } = Auto;
    public ScalingMethod Scaling { get; init; } = ScalingMethod.Standard;
    public CovarianceShape Covariance { get; init; }
    public int Starts { get; init; } = 20;
    public int Seed { get; init; } = 42;
    public string? Name { get; init; }

    /// <summary>Advice on the number is wanted first.</summary>
    public bool Advise { get; init; }

    public static RunForm Of(RunSettings settings)
    {
        var derived = settings.Derived ?? [];
        return new()
        {
            Features = [.. settings.Features.Select(f => f.Name).Except(derived.Select(d => d.Name))],
            Logs = [.. settings.Features.Where(f => f.Log).Select(f => f.Name)],
            Weighted = [.. settings.Features.Select(f => f.Name)],
            Weights = [.. settings.Features.Select(f => f.Weight.ToString(CultureInfo.InvariantCulture))],
            DerivedNames = [.. derived.Select(d => d.Name)],
            DerivedFormulas = [.. derived.Select(d => d.Formula)],
            Algorithm = settings.Algorithm,
            K = settings.K?.ToString() ?? Auto,
            Epsilon = settings.Epsilon?.ToString() ?? Auto,
            MinPoints = settings.MinPoints,
            MinClusterSize = settings.MinClusterSize?.ToString() ?? Auto,
            Scaling = settings.Scaling,
            Covariance = settings.Covariance ?? CovarianceShape.Full,
            Starts = settings.Starts,
            Seed = settings.Seed,
        };
    }

    public string WeightOf(string feature) => Weights.ElementAtOrDefault(Array.IndexOf(Weighted, feature)) ?? "1";

    public RunSettings Settings(Dictionary<string, string[]> errors)
    {
        List<DerivedFeature> derived = [.. DerivedNames.Zip(DerivedFormulas, (name, formula) => new DerivedFeature(name ?? "", formula ?? ""))
            .Where(d => !string.IsNullOrWhiteSpace(d.Name) || !string.IsNullOrWhiteSpace(d.Formula))];
        var made = derived.Select(d => d.Name.Trim());
        List<Feature> features = [.. Features.Union(made).Where(name => name.Length > 0).Select(name => new Feature(name, Logs.Contains(name), Weight(name, errors)))];
        if (features.Count == 0)
        {
            errors["features"] = ["Choose at least one number to compare customers by."];
        }
        return new(Algorithm, features, Scaling, Whole(K, "k", "The number of segments", errors), Starts, Number(Epsilon, "epsilon", "Epsilon", errors), MinPoints, Seed,
            derived.Count > 0 ? derived : null, Whole(MinClusterSize, "minClusterSize", "The smallest segment", errors), Covariance == CovarianceShape.Full ? null : Covariance);
    }

    private double Weight(string feature, Dictionary<string, string[]> errors) =>
        Number(WeightOf(feature), "features", $"The weight of {feature}", errors) ?? 1;

    private static int? Whole(string? text, string field, string what, Dictionary<string, string[]> errors)
    {
        var number = Number(text, field, what, errors);
        if (number is { } given && given != Math.Truncate(given))
        {
            errors[field] = [$"{what} is a whole number, or auto."];
        }
        return (int?)number;
    }

    private static double? Number(string? text, string field, string what, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Equals(Auto, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Abs(value) < 1e9)
        {
            return value;
        }
        errors[field] = [$"{what} is “{text}”: give a number, or auto."];
        return null;
    }
}

using System.Text.Json;
using Segmentation.Classification;

namespace Dashboard.Models;

/// <summary>
/// How well models tell the segments apart. Folds compares them on LearnedFrom customers; the other figures are of HeldOut customers whom no model had seen.
/// Confusion[truth][predicted], Segments and Importance are those of the best one, Calibration is that of the best of those that learn.
/// </summary>
public sealed record ClassifierScores(
    int LearnedFrom, int HeldOut, int Folds, int LeftOut, string Best, IReadOnlyList<ModelScore> Models, IReadOnlyList<SegmentScore> Segments, int[][] Confusion, IReadOnlyList<FeatureScore> Importance,
    Calibration? Calibration = null)
{
    public ModelScore BestModel => Models.Single(m => m.Kind == Best);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static ClassifierScores FromJson(string json) => JsonSerializer.Deserialize<ClassifierScores>(json, JsonSerializerOptions.Web)!;
}

/// <summary>FoldsF1 is the mean of macro F1 over the folds, FoldsDeviation its standard deviation. LogLoss is null for the rule, which knows no probabilities.</summary>
public sealed record ModelScore(string Kind, double FoldsF1, double FoldsDeviation, double Accuracy, double Precision, double Recall, double F1, double? LogLoss);

public sealed record SegmentScore(int Index, int Customers, double Precision, double Recall, double F1);

/// <summary>How much macro F1 falls when the feature is dealt to other customers, and the deviation over repeats.</summary>
public sealed record FeatureScore(string Feature, double Fall, double Deviation);

using System.Text.Json.Nodes;
using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;
using Segmentation.Profiles;

namespace Dashboard.Models;

/// <summary>What a model file says, in the order in which a reader works: columns, features, points, segments. docs/model-file.md explains each part.</summary>
internal sealed record ModelContent(
    RunPart Run, DataPart Data, IReadOnlyList<ColumnPart> Columns, IReadOnlyList<FeaturePart> Features, PlacePart Place, IReadOnlyList<SegmentPart> Segments, Familiarity? Known)
{
    public static ModelContent Of(PlacingRun model)
    {
        var (run, placer) = (model.Run, model.Placer);
        return new(new(run.Id, run.Name, run.Algorithm, run.FinishedAt, JsonNode.Parse(run.Settings)), new(run.DatasetId, run.Dataset.Name, run.DatasetVersion, run.RowsUsed),
            [.. placer.Numbers.Select(c => new ColumnPart(c.Name, "number", c.Unit)), .. placer.Words.Select(c => new ColumnPart(c.Name, "category", null))],
            [.. Numbers(RunSettings.FromJson(run.Settings), placer.Preparation), .. Categories(placer.Preparation)], PlacePart.Of(placer.Placer),
            [.. run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).Select(s => new SegmentPart(s.Index, s.Name, s.Description, s.Action, s.Size, s.Share))], placer.Familiar);
    }

    private static IEnumerable<FeaturePart> Numbers(RunSettings settings, Preparation preparation) => preparation.Numbers.Select((name, j) =>
    {
        var formula = settings.Derived?.FirstOrDefault(d => d.Name == name)?.Formula;
        return new FeaturePart(name, formula is null ? name : null, formula, preparation.Scaler.Logs?[j] == true, null, preparation.Scaler.Offsets[j], preparation.Scaler.Factors[j]);
    });

    private static IEnumerable<FeaturePart> Categories(Preparation preparation) =>
        preparation.Categories.Select(category => new FeaturePart(category.Name, category.Name, null, false, category.Code.Values, 0, category.Code.Factor));
}

/// <summary>Settings are those that the run was started with, in the words of the dashboard.</summary>
internal sealed record RunPart(int Id, string Name, string Algorithm, DateTime? FinishedAt, JsonNode? Settings);

internal sealed record DataPart(int DatasetId, string Name, int Version, int Customers);

internal sealed record ColumnPart(string Name, string Type, string? Unit);

/// <summary>A number out of a column or a formula, or the words of a category, each of which makes a coordinate.</summary>
internal sealed record FeaturePart(string Name, string? Column, string? Formula, bool Log, IReadOnlyList<string>? Words, double Offset, double Factor);

internal sealed record SegmentPart(int Index, string Name, string Description, string Action, int Customers, double Share);

internal sealed record ComponentPart(double Weight, double[] Mean, double[][] Covariance, double LogConstant, double[] InverseTriangle);

internal sealed record PointPart(int Segment, double[] At);

/// <summary>How a point gets its segment; of the three lists there is the one of the kind.</summary>
internal sealed record PlacePart(string Kind, IReadOnlyList<double[]>? Centres = null, IReadOnlyList<ComponentPart>? Components = null, double? Reach = null, IReadOnlyList<PointPart>? Points = null)
{
    public static PlacePart Of(Placer placer) => placer switch
    {
        NearestCentre byCentre => new("nearest-centre", Centres: byCentre.Centres),
        MostProbable mixture => new("mixture", Components: [.. mixture.Mixture.LogDensities().Take(mixture.Segments).Select((part, c) =>
            new ComponentPart(mixture.Mixture.Weights[c], mixture.Mixture.Means[c], mixture.Mixture.Covariances[c], part.Constant, part.Triangle))]),
        NearestNeighbour near => new("nearest-point", Reach: double.IsFinite(near.Reach) ? near.Reach : null, Points: [.. (near.Rows?.InOrder() ?? []).Select(row => new PointPart(row.Label, row.Point))]),
        _ => throw new ArgumentOutOfRangeException(nameof(placer)),
    };
}

using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Models;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Api;

public static class ModelsApi
{
    /// <summary>What a customer has to bring: a number with the range that the run has seen, or one of some words.</summary>
    public sealed record FieldJson(string Name, string Label, string? Unit, string Type, double? Min, double? Max, IReadOnlyList<string>? Values);

    public sealed record ModelJson(
        int RunId, string Name, int DatasetId, int DatasetVersion, string Algorithm, IReadOnlyList<Feature> Features, IReadOnlyList<DerivedFeature> Derived, string Scaling,
        ParametersJson Parameters, MetricsJson Metrics, IReadOnlyList<FieldJson> Fields, IReadOnlyList<RunSegmentJson> Segments, DateTime? ActivatedAt, ClassifierScores? Classifier)
    {
        public static ModelJson Of(PlacingRun model, ClassifierScores? classifier)
        {
            var run = RunJson.Of(model.Run);
            return new(run.Id, run.Name, run.DatasetId, run.DatasetVersion, run.Algorithm, run.Features, run.Derived, run.Parameters.Scaling, run.Parameters, run.Metrics!,
                [.. model.Placer.Numbers.Select(Number), .. model.Placer.Words.Zip(model.Placer.Preparation.Categories, Word)], run.Segments, model.Run.ActivatedAt, classifier);
        }

        private static FieldJson Number(Column c) => new(c.Name, c.Label, c.Unit, "number", c.Min, c.Max, null);

        private static FieldJson Word(Column c, CodedCategory category) => new(c.Name, c.Label, null, "category", null, null, category.Code.Values);
    }

    public static void MapModels(this IEndpointRouteBuilder api) =>
        api.MapGet("/models/active", ActiveAsync).WithTags("Models").RequireAuthorization(Rights.ApiRead);

    private static async Task<IResult> ActiveAsync(int? datasetId, RunPlacers placers, DashboardDb db) =>
        await placers.FindAsync(null, datasetId) is { } run ? TypedResults.Ok(ModelJson.Of(run, await db.Classifiers.ScoresAsync(run.Run.Id))) : Problems.Conflict("No run is completed yet, so there is no model in use.");
}

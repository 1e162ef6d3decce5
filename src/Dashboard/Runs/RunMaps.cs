using Dashboard.Data;
using Segmentation.Projection;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>What is worked out of a run's points when someone first looks. Null where the customers are no longer those of the run.</summary>
public sealed class RunMaps(RunPoints points, SharedWork work)
{
    public const int MostMapped = 3_000;
    private const int MostMeasured = Silhouette.ExactRows;
    private const int MeasuredOfMore = 20_000;
    private const int Seed = 42;

    public Task<RunPlane?> PlaneAsync(Run run) => OfAsync(run, nameof(RunPlane), prepared =>
    {
        var axes = PrincipalAxes.Fit(prepared.Data, 2, FindClusters.Threads);
        return new RunPlane(axes, axes.Transform(prepared.Data), prepared.Segments, prepared.Columns);
    }, plane => 20L * plane.Segments.Length);

    public Task<RunMap?> MapAsync(Run run) => OfAsync(run, nameof(RunMap), prepared =>
    {
        var rows = RunSample.Of(prepared.Segments, MostMapped);
        var map = Tsne.Fit(RunSample.Pick(prepared.Data, rows), seed: Seed, threads: FindClusters.Threads);
        return new RunMap(map.Positions, Array.ConvertAll(rows, i => prepared.Segments[i]), prepared.Segments.Length);
    }, map => 20L * map.Segments.Length);

    public Task<RunSilhouettes?> SilhouettesAsync(Run run) => OfAsync(run, nameof(RunSilhouettes), prepared =>
    {
        var count = prepared.Segments.Length;
        var rows = RunSample.Of(prepared.Segments, count <= MostMeasured ? count : MeasuredOfMore);
        var segments = Array.ConvertAll(rows, i => prepared.Segments[i]);
        var data = rows.Length == count ? prepared.Data : RunSample.Pick(prepared.Data, rows);
        return new RunSilhouettes(Silhouette.Values(data, segments, FindClusters.Threads), segments, count);
    }, found => 12L * found.Segments.Length);

    private async Task<T?> OfAsync<T>(Run run, string name, Func<PreparedPoints, T> make, Func<T, long> bytes) where T : class =>
        await points.PreparedAsync(run) is { } prepared ? await work.OfAsync((run.Id, name), () => make(prepared), bytes) : null;
}

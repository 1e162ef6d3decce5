using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Predictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Segmentation.Classification;
using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>A run that places customers, with its segments as they are called now.</summary>
public sealed record PlacingRun(Run Run, CustomerPlacer Placer)
{
    public Segment? Segment(int index) => Run.Segments.Find(s => s.Index == index && !s.IsNoise);
}

/// <summary>What places customers in the segments of a run: made once, and kept as long as it is used.</summary>
public sealed class RunPlacers(DashboardDb db, CustomerStore store, IMemoryCache cache, UntilWritten<(int?, int?), Run?> runs)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Of that run, else of the one in use, in that data set or at all. Null when there is no such completed run.</summary>
    public async ValueTask<PlacingRun?> FindAsync(int? runId, int? datasetId = null)
    {
        var run = await runs.AskAsync((runId, datasetId), () => QueryAsync(runId, datasetId));
        if (run is null)
        {
            return null;
        }
        var key = (typeof(CustomerPlacer), run.Id, run.PlacedByClassifierId);
        if (cache.TryGetValue<Lazy<CustomerPlacer>>(key, out var known))
        {
            return new(run, known!.Value);
        }
        var learned = run.PlacedByClassifierId is { } id ? await db.Classifiers.Where(c => c.Id == id).Select(c => c.Best).SingleOrDefaultAsync() : null;
        var placer = cache.GetOrCreate(key, entry =>
        {
            entry.SlidingExpiration = Kept;
            // Algorithms by density keep a copy of all points.
            entry.Size = Algorithms.IsByCentre(run.Algorithm) ? 1 << 14 : 8L * run.RowsUsed * RunModel.FromJson(run.Model!).Scaler.Offsets.Length;
            return new Lazy<CustomerPlacer>(() => Make(run, learned));
        })!;
        return new(run, placer.Value);
    }

    private async Task<Run?> QueryAsync(int? runId, int? datasetId)
    {
        var completed = db.Runs.AsNoTracking().Include(r => r.Segments).Include(r => r.Dataset.Columns).AsSplitQuery().Completed();
        return runId is null ? await completed.ActiveAsync(datasetId) : await completed.SingleOrDefaultAsync(r => r.Id == runId);
    }

    private CustomerPlacer Make(Run run, string? learned)
    {
        var (settings, model) = (RunSettings.FromJson(run.Settings), RunModel.FromJson(run.Model!));
        var preparation = model.PreparationFor(settings);
        var columns = run.Dataset.Columns.Where(c => c.IsStored).OrderBy(c => c.Position).ToList();
        var source = new FeatureSource(columns, settings.Derived, preparation.Numbers);
        Lazy<PreparedPoints> training = new(() => Training(run));
        var familiar = model.Familiarity ?? Familiarity.Of(training.Value.Data, training.Value.Segments, model.Centres);
        var placer = learned is not null ? new Learned(ClassifierFile.Read(learned), model.Centres, familiar) : model.PlacerFor(settings, familiar) ?? run.Algorithm switch
        {
            Algorithms.Dbscan => new NearestNeighbour(LabelledRows.Cores(training.Value.Data, training.Value.Segments, model.Epsilon!.Value, settings.MinPoints), model.Epsilon.Value),
            _ => new NearestNeighbour(LabelledRows.All(training.Value.Data, training.Value.Segments), double.PositiveInfinity),
        };
        return new(source, [.. preparation.Categories.Select(c => columns.Single(column => column.Name == c.Name))], preparation, placer, familiar);
    }

    private PreparedPoints Training(Run run)
    {
        using var reader = store.Read(run.Dataset, run.DatasetVersion);
        return PreparedPoints.Load(run, reader) ?? throw new WorkFailed("The customers of this run have changed since, so it can place nobody. Run it again.");
    }
}

using System.Diagnostics;
using Dashboard.Data;
using Dashboard.Predictions;
using Microsoft.EntityFrameworkCore;
using Segmentation;
using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>A run from beginning to end: load, scale, cluster, judge, profile, save. Here the engine's clusters become segments.</summary>
public sealed class RunSegmentation(DashboardDb db, CustomerStore store, SegmentInheritance inheritance)
{
    public async Task RunAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var run = await db.Runs.Include(r => r.Dataset.Columns).SingleAsync(r => r.Id == id, cancellation);
        var settings = RunSettings.FromJson(run.Settings);

        progress.Begin("Loading customers", 0, 0.1);
        var customers = Load(store, run.Dataset, run.DatasetVersion, settings);
        progress.Begin("Scaling", 0.1, 0.15);
        var given = RunModel.GivenIn(run);
        var (preparation, data) = Prepare(customers, settings, given?.PreparationFor(settings));
        cancellation.ThrowIfCancellationRequested();
        var (model, found) = given is not null ? new PlaceByModel(given, settings, data).Place() : new FindClusters(data, preparation, settings, progress, cancellation).Find();
        progress.Begin("Judging the segments", 0.75, 0.8);
        Judge(run, data, found, settings.Seed, cancellation);
        cancellation.ThrowIfCancellationRequested();
        progress.Begin("Trying whether the segments come back", 0.8, 0.92);
        model = model with { Evidence = new GatherEvidence(data, found, customers, settings, model, progress, cancellation).Gather() };
        progress.Begin("Describing the segments", 0.92, 0.95);
        var segments = Describe(customers, found);
        progress.Begin("Saving", 0.95, 1);
        run.RowsUsed = customers.Rows.Length;
        run.RowsLeftOut = customers.LeftOut;
        run.Model = model.ToJson();
        await inheritance.ApplyAsync(run, segments, customers.Rows, found.Labels);
        model.Given?.Name(segments);
        store.WriteAssignments(run.Id, customers.Rows, found.Labels, Distances(data, found), cancellation);
        run.DurationMs = clock.ElapsedMilliseconds;
        await SaveAsync(run, segments, cancellation);
    }

    internal static Customers Load(CustomerStore store, Dataset dataset, int version, RunSettings settings)
    {
        var columns = dataset.Columns.OrderBy(c => c.Position).ToList();
        var made = (settings.Derived ?? []).Select(d => d.Name);
        if (settings.Features.FirstOrDefault(f => !columns.Exists(c => c.Name == f.Name) && !made.Contains(f.Name)) is { } gone)
        {
            throw new WorkFailed($"The column \"{gone.Name}\" is no longer in this data set.");
        }
        using var reader = store.Read(dataset, version);
        return Customers.Load(reader, columns, settings);
    }

    internal static (Preparation, Matrix) Prepare(Customers customers, RunSettings settings, Preparation? known = null)
    {
        try
        {
            var preparation = known ?? Preparation.Fit(customers.NumberFeatures, customers.Values, customers.CategoryFeatures, customers.Words, settings.Scaling);
            return (preparation, preparation.Points(customers.Values, customers.Words));
        }
        catch (NotFiniteValueException bad)
        {
            var feature = customers.NumberFeatures[bad.Column];
            throw new WorkFailed(feature.Log
                ? $"{feature.Name} has a value of -1 or less, which has no logarithm. Choose it without log."
                : $"{feature.Name} has a value that is too large to be compared: {Figure.Text(customers.Values[bad.Column][bad.Row])}.");
        }
    }

    private static void Judge(Run run, Matrix data, ClusteringResult found, int seed, CancellationToken cancellation)
    {
        run.Wcss = found.Wcss;
        run.Silhouette = Silhouette.Mean(data, found.Labels, seed, FindClusters.Threads, cancellation);
        run.CalinskiHarabasz = CalinskiHarabasz.Score(data, found.Labels);
        run.DaviesBouldin = DaviesBouldin.Score(data, found.Labels);
        run.Noise = found.Labels.Count(label => label < 0);
        run.Iterations = found.Iterations;
    }

    private static List<Segment> Describe(Customers customers, ClusteringResult found)
    {
        var profiles = SegmentProfile.Compute(customers.Numbers, customers.Categories, found.Labels, found.Clusters);
        var names = SegmentName.For(profiles);
        return [.. profiles.Zip(names, (profile, name) => SegmentOf(profile, name))];
    }

    private static Segment SegmentOf(SegmentProfile profile, string name)
    {
        var action = SuggestedAction.For(profile);
        return new Segment
        {
            Index = profile.Index,
            Slot = profile.Index,
            Name = name,
            SuggestedName = name,
            Action = action,
            SuggestedAction = action,
            Size = profile.Size,
            Share = profile.Share,
            Profile = SegmentJson.Write(profile),
        };
    }

    /// <summary>Euclidean, to the centre of the customer's own segment, in the units clustered; NaN without segment.</summary>
    private static double[] Distances(Matrix data, ClusteringResult found)
    {
        var distances = new double[data.Rows];
        for (var i = 0; i < distances.Length; i++)
        {
            distances[i] = found.Labels[i] < 0 ? double.NaN : Distance(data, i, found.Centres[found.Labels[i]]);
        }
        return distances;
    }

    private static double Distance(Matrix data, int row, double[] centre)
    {
        var sum = 0.0;
        for (var j = 0; j < centre.Length; j++)
        {
            var difference = data[row, j] - centre[j];
            sum += difference * difference;
        }
        return Math.Sqrt(sum);
    }

    private Task SaveAsync(Run run, List<Segment> segments, CancellationToken cancellation) => db.WriteAsync(async () =>
    {
        await db.Segments.Where(s => s.RunId == run.Id).ExecuteDeleteAsync(cancellation);
        run.Segments.AddRange(segments);
        var isFirst = !await db.Runs.Completed().AnyAsync(r => r.DatasetId == run.DatasetId, cancellation);
        if (isFirst && run.ActivatedAt is null)
        {
            run.ActivatedAt = run.QueuedAt;
            db.Activations.Add(new() { RunId = run.Id, At = run.QueuedAt, By = run.CreatedBy });
        }
        await db.SaveChangesAsync(cancellation);
    }, cancellation);
}

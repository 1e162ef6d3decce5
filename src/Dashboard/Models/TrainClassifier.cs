using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;
using Segmentation.Classification;

namespace Dashboard.Models;

/// <summary>Learns to tell the segments of a run apart by the features that made them.</summary>
public sealed class TrainClassifier(DashboardDb db, CustomerStore store)
{
    public const int MostCustomers = 10_000;
    private const int FewestCustomers = 20;

    public async Task TrainAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var work = await db.Classifiers.Include(c => c.Run.Dataset.Columns).SingleAsync(c => c.Id == id, cancellation);
        progress.Begin("Loading customers", 0, 0.05);
        var settings = RunSettings.FromJson(work.Run.Settings);
        var preparation = RunModel.FromJson(work.Run.Model!).PreparationFor(settings);
        using var reader = store.Read(work.Run.Dataset, work.Run.DatasetVersion);
        var training = PreparedPoints.Load(work.Run, reader) ?? throw new WorkFailed("The customers of this run have changed since, so there is nothing to learn from. Run it again.");
        int[] placed = [.. Enumerable.Range(0, training.Segments.Length).Where(i => training.Segments[i] >= 0)];
        Check(placed, training.Segments);
        int[] rows = [.. Segmentation.Matrix.Spread(placed.Length, MostCustomers).Select(i => placed[i])];
        string[] features = [.. preparation.Numbers, .. preparation.Categories.SelectMany(c => c.Code.Values.Select(word => $"{c.Name}: {word}"))];
        var trial = new ClassifierTrial(training.Data.Gather(rows), [.. rows.Select(i => training.Segments[i])], features, settings.Seed, progress, cancellation);
        var (scores, learned) = trial.Run(training.Segments.Length - placed.Length);
        (work.Scores, work.Best) = (scores.ToJson(), ClassifierFile.Write(learned));
        await db.SaveChangesAsync(cancellation);
    }

    private static void Check(int[] placed, int[] labels)
    {
        if (placed.Length < FewestCustomers)
        {
            throw new WorkFailed($"Only {placed.Length:N0} customers have a segment; to learn from some and try it on others takes at least {FewestCustomers}.");
        }
        if (placed.Select(i => labels[i]).Distinct().Count() < 2)
        {
            throw new WorkFailed("All customers are in one segment, so there is nothing to tell apart. Choose a segmentation with at least two.");
        }
    }
}

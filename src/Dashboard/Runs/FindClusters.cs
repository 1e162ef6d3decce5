using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation;
using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>Finds the clusters among the points of a run, and what "auto" comes to.</summary>
internal sealed class FindClusters(Matrix data, Preparation preparation, RunSettings settings, WorkProgress progress, CancellationToken cancellation)
{
    public static readonly int Threads = Math.Max(1, Environment.ProcessorCount - 1);

    private const int MostSwept = 10;
    private const int SweepStarts = 5;
    private const int SweepRows = 20_000;
    private const int FewRows = 2_000;
    private const int ManyStarts = 50;
    private const int LeastCluster = 5;

    public (RunModel, ClusteringResult) Find() => settings.Algorithm switch
    {
        Algorithms.KMeans => ByKMeans(),
        Algorithms.Dbscan => ByDbscan(),
        Algorithms.Hdbscan => ByHdbscan(),
        _ => ByMixture(),
    };

    private (RunModel, ClusteringResult) ByKMeans()
    {
        progress.Begin("Trying different numbers of segments", 0.15, 0.45);
        var sample = data.Thinned(SweepRows);
        var sweep = ClusterSweep.Run(sample, 1, Math.Min(MostSwept, sample.Rows), SweepStarts, settings.Seed, Threads, progress, cancellation);
        var knee = Elbow.Find([.. sweep.Steps.Select(s => (double)s.K)], [.. sweep.Steps.Select(s => s.Wcss)]);
        var k = settings.K ?? sweep.BestK;
        progress.Begin($"Looking for {k} segments", 0.45, 0.75);
        var found = KMeans.Fit(data, k, settings.Starts, settings.Seed, threads: Threads, progress: progress, cancellation: cancellation);
        return (Model(found) with { K = k, Sweep = sweep.Steps, Knee = knee is null ? null : sweep.Steps[knee.Value].K, SweptRows = sample.Rows }, found);
    }

    private (RunModel, ClusteringResult) ByDbscan()
    {
        progress.Begin("Looking for dense groups", 0.15, 0.75);
        var epsilon = settings.Epsilon ?? KDistance.SuggestEpsilon(data, settings.MinPoints, settings.Seed, Threads, cancellation);
        var found = Dbscan.Fit(data, epsilon, settings.MinPoints, Threads, progress, cancellation);
        return (Model(found) with { Epsilon = epsilon }, found);
    }

    private (RunModel, ClusteringResult) ByHdbscan()
    {
        progress.Begin("Looking for dense groups", 0.15, 0.75);
        // A twentieth of the customers, but never fewer than make a group.
        var least = settings.MinClusterSize ?? Math.Max(LeastCluster, data.Rows / 20);
        var found = Hdbscan.Fit(data, least, settings.MinPoints, Threads, progress, cancellation).Clustering;
        return (Model(found) with { MinClusterSize = least }, found);
    }

    private (RunModel, ClusteringResult) ByMixture()
    {
        var shape = settings.Covariance ?? CovarianceShape.Full;
        var k = settings.K ?? LeastBic(shape);
        progress.Begin($"Looking for {k} segments", 0.45, 0.75);
        var found = GaussianMixture.Fit(data, k, shape, Starts(data, settings.Starts), settings.Seed, threads: Threads, progress: progress, cancellation: cancellation);
        return (Model(found.Clustering) with { K = found.Clustering.Clusters, Mixture = found.Mixture }, found.Clustering);
    }

    /// <summary>Of equals the smaller number.</summary>
    private int LeastBic(CovarianceShape shape)
    {
        progress.Begin("Trying different numbers of segments", 0.15, 0.45);
        var sample = data.Thinned(SweepRows);
        var starts = Starts(sample, SweepStarts);
        return Enumerable.Range(1, Math.Min(MostSwept, sample.Rows)).MinBy(k =>
        {
            progress.Report((double)k / MostSwept);
            return GaussianMixture.Fit(sample, k, shape, starts, settings.Seed, threads: Threads, cancellation: cancellation).Bic;
        });
    }

    // Mixtures have many local optima; on few rows a start costs next to nothing.
    private int Starts(Matrix rows, int wanted) => rows.Rows < FewRows ? Math.Max(ManyStarts, settings.Starts) : wanted;

    private RunModel Model(ClusteringResult found) =>
        new(null, null, preparation.Scaler, found.Centres, [], null, 0, preparation.Categories, Familiarity: Familiarity.Of(data, found.Labels, found.Centres));
}

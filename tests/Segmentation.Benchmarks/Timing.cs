using System.Diagnostics;
using System.Text.Json;
using Segmentation.Clustering;
using Segmentation.Projection;
using Segmentation.Quality;
using Segmentation.Scaling;

namespace Segmentation.Benchmarks;

/// <summary>Times one algorithm alone: reading and scaling come before the clock, and an index gets its labels from K-Means first.</summary>
internal static class Timing
{
    private static readonly Dictionary<string, Func<Matrix, Options, Func<Outcome>>> Prepare = new(Learning.Prepare)
    {
        ["k-means"] = KMeansRun,
        ["dbscan"] = DbscanRun,
        ["hdbscan"] = (data, o) => () => Outcome.Of(Hdbscan.Fit(data, o.MinPoints, threads: o.Threads).Clustering),
        ["cluster-sweep"] = (data, o) => () => new Outcome(Clusters: ClusterSweep.Run(data, 1, 10, o.Starts, o.Seed, o.Threads).BestK),
        ["silhouette"] = (data, o) => Index(data, o, labels => Silhouette.Mean(data, labels, o.Seed, o.Threads)),
        ["calinski-harabasz"] = (data, o) => Index(data, o, labels => CalinskiHarabasz.Score(data, labels)),
        ["davies-bouldin"] = (data, o) => Index(data, o, labels => DaviesBouldin.Score(data, labels)),
        ["within-cluster-sum-of-squares"] = (data, o) => Index(data, o, labels => WithinClusterSumOfSquares.Of(data, labels)),
        ["gaussian-mixture"] = MixtureRun,
        ["principal-axes"] = (data, o) => () => new Outcome(Score: PrincipalAxes.Fit(data, 2, o.Threads).Shares.Sum()),
        ["tsne"] = (data, o) => () => new Outcome(Score: Tsne.Fit(data, seed: o.Seed, threads: o.Threads).Divergence),
        ["gap-statistic"] = GapRun,
        ["bootstrap-stability"] = StabilityRun,
        ["hopkins"] = (data, o) => () => new Outcome(Score: Hopkins.Of(data, o.Seed, o.Threads)?.Statistic),
        ["k-distance"] = (data, o) => () => new Outcome(Score: KDistance.SuggestEpsilon(data, o.MinPoints, o.Seed, o.Threads)),
    };

    public static IEnumerable<string> Algorithms => Prepare.Keys;

    /// <summary>One line of JSON.</summary>
    public static string Run(string algorithm, Options options)
    {
        if (!Prepare.TryGetValue(algorithm, out var prepare))
            throw new ArgumentException($"Unknown algorithm {algorithm}; known are {string.Join(", ", Algorithms)}.");
        var columns = NumberFile.Columns(options.File, options.Columns);
        var data = Scaler.Fit(columns, options.Scaling).Transform(columns);
        var (milliseconds, outcome) = Measure(prepare(data, options), options.Repeat);
        if (options.Labels is not null && outcome.Labels is not null)
            File.WriteAllLines(options.Labels, outcome.Labels.Select(label => $"{label}").Prepend("label"));
        return JsonSerializer.Serialize(new
        {
            algorithm,
            rows = data.Rows,
            features = data.Columns,
            ms = milliseconds.Order().ElementAt(milliseconds.Length / 2),
            msAll = milliseconds,
            wcss = outcome.Wcss,
            iterations = outcome.Iterations,
            clusters = outcome.Clusters,
            noise = outcome.Noise,
            score = outcome.Score,
        });
    }

    public static (double[] Milliseconds, Outcome Outcome) Measure(Func<Outcome> run, int repeat)
    {
        var outcome = run();
        // The runtime compiles hot methods a second time after some calls; what takes long has had them.
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 1000;)
            outcome = run();
        var milliseconds = new double[repeat];
        for (int i = 0; i < repeat; i++)
        {
            var clock = Stopwatch.StartNew();
            outcome = run();
            milliseconds[i] = clock.Elapsed.TotalMilliseconds;
        }
        return (milliseconds, outcome);
    }

    private static Func<Outcome> KMeansRun(Matrix data, Options o)
    {
        if (o.Init is null)
            return () => Outcome.Of(KMeans.Fit(data, o.K, o.Starts, o.Seed, o.Iterations, o.Threads));
        var centres = NumberFile.Rows(o.Init);
        return () => Outcome.Of(KMeans.FitFrom(data, centres, o.Iterations, o.Threads));
    }

    private static Func<Outcome> DbscanRun(Matrix data, Options o)
    {
        double epsilon = o.Epsilon ?? KDistance.SuggestEpsilon(data, o.MinPoints, o.Seed, o.Threads);
        return () => Outcome.Of(Dbscan.Fit(data, epsilon, o.MinPoints, o.Threads));
    }

    private static Func<Outcome> MixtureRun(Matrix data, Options o)
    {
        if (o.Init is null)
            return () => Of(GaussianMixture.Fit(data, o.K, starts: o.Starts, seed: o.Seed, maxIterations: o.Iterations, threads: o.Threads));
        int[] labels = KMeans.FitFrom(data, NumberFile.Rows(o.Init), maxIterations: 1).Labels;
        return () => Of(GaussianMixture.FitFrom(data, labels, maxIterations: o.Iterations, threads: o.Threads));
    }

    private static Outcome Of(MixtureResult result) => Outcome.Of(result.Clustering) with { Score = result.LogLikelihood };

    private static Func<Outcome> GapRun(Matrix data, Options o)
    {
        var steps = ClusterSweep.Run(data, 1, 10, o.Starts, o.Seed, o.Threads).Steps;
        return () => new Outcome(Clusters: GapStatistic.Of(data, steps, seed: o.Seed, threads: o.Threads).ChosenK);
    }

    private static Func<Outcome> StabilityRun(Matrix data, Options o)
    {
        int[] Labels(Matrix rows, CancellationToken cancellation) => KMeans.Fit(rows, o.K, o.Starts, o.Seed, o.Iterations, cancellation: cancellation).Labels;
        int[] labels = Labels(data, default);
        return () => new Outcome(Score: BootstrapStability.Of(data, labels, Labels, seed: o.Seed, threads: o.Threads).Clusters.Min(c => c.Mean));
    }

    private static Func<Outcome> Index(Matrix data, Options o, Func<int[], double?> index)
    {
        var clustering = KMeans.Fit(data, o.K, o.Starts, o.Seed, o.Iterations, o.Threads);
        return () => new Outcome(clustering.Wcss, Clusters: clustering.Clusters, Score: index(clustering.Labels));
    }
}

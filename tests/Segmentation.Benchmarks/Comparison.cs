using System.Diagnostics;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>The same work through scikit-learn, or R where that has none, on the same machine, as a table of ratios.</summary>
internal static class Comparison
{
    private sealed record Work(string Algorithm, int Rows, int Columns, double Epsilon = 0, bool IsMall = false, bool IsGiven = false, int Starts = 10);

    private static readonly Work[] Works =
    [
        .. from size in new[] { (10_000, 3), (100_000, 3), (100_000, 8), (1_000_000, 3), (1_000_000, 8) }
           select new Work("k-means", size.Item1, size.Item2, IsGiven: true),
        new("k-means", 200, 3, IsMall: true), new("k-means", 10_000, 3), new("k-means", 100_000, 3), new("k-means", 100_000, 8), new("k-means", 1_000_000, 3),
        new("cluster-sweep", 200, 3, IsMall: true), new("cluster-sweep", 10_000, 3),
        new("silhouette", 10_000, 3), new("silhouette", 20_000, 3),
        new("dbscan", 10_000, 2, 0.1), new("dbscan", 10_000, 3, 4, IsMall: true), new("dbscan", 100_000, 2, 0.05), new("dbscan", 100_000, 3, 0.1), new("dbscan", 100_000, 5, 0.3),
        new("hdbscan", 10_000, 2), new("hdbscan", 10_000, 3),
        new("gaussian-mixture", 10_000, 5, Starts: 1), new("gaussian-mixture", 100_000, 5, Starts: 1), new("principal-axes", 10_000, 5), new("principal-axes", 100_000, 5),
        new("tsne", 10_000, 3),
    ];

    public static int Run()
    {
        Console.WriteLine($"{"algorithm",-24} {"rows",8} {"features",8} {"ms",10} {"peer",12} {"ratio",8}   figures");
        foreach (var work in Works.Where(work => File.Exists(Peer(work.Algorithm).Program)))
        {
            string file = Path.Combine(Path.GetTempPath(), $"{(work.IsMall ? "mall" : "clouds")}-{work.Rows}-{work.Columns}.csv");
            File.WriteAllLines(file, work.IsMall ? Made.Mall(work.Rows, work.Columns) : Made.Clouds(work.Rows, work.Columns));
            if (!Compare(work, file))
                return 1;
        }
        return LearningComparison.Run(Made.Clouds);
    }

    private static bool Compare(Work work, string file)
    {
        var options = new Options(file) { Epsilon = work.Epsilon, MinPoints = 10, Starts = work.Starts, Repeat = 3 };
        if (work.IsGiven)
        {
            options = options with { Init = Path.ChangeExtension(file, ".centres.csv"), Iterations = 20 };
            File.WriteAllLines(options.Init, File.ReadLines(file).Take(options.K));
        }
        using var ours = JsonDocument.Parse(Timing.Run(work.Algorithm, options));
        var (program, script) = Peer(work.Algorithm);
        using var peer = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, script), work.Algorithm, file, $"{options.K}", $"{options.Starts}", $"{work.Epsilon}", $"{options.MinPoints}", options.Init ?? "" },
            RedirectStandardOutput = true,
        })!;
        var answer = peer.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        peer.WaitForExit();
        if (peer.ExitCode != 0)
            return false;
        double milliseconds = ours.RootElement.GetProperty("ms").GetDouble(), theirs = double.Parse(answer[0]);
        var figure = ours.RootElement.GetProperty(work.Algorithm switch { "k-means" => "wcss", "dbscan" or "hdbscan" => "noise", "cluster-sweep" => "clusters", _ => "score" });
        Console.WriteLine($"{work.Algorithm + (work.IsGiven ? ", given" : work.IsMall ? ", mall" : ""),-24} {work.Rows,8} {work.Columns,8} {milliseconds,10:F3} {theirs,12:F3} {theirs / milliseconds,8:F1}   {figure} / {answer[1]}");
        return true;
    }

    private static (string Program, string Script) Peer(string algorithm) =>
        algorithm == "hdbscan" ? ("/usr/bin/Rscript", "dbscan.R") : ("/usr/bin/python3", "scikit-learn.py");
}

using System.Diagnostics;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>The same work through scikit-learn, or R where that has none, on the same machine, as a table of ratios.</summary>
internal static class Comparison
{
    private static readonly (string Algorithm, int Rows, int Columns, double Epsilon)[] Works =
    [
        ("k-means", 200, 2, 0), ("k-means", 10_000, 3, 0), ("k-means", 100_000, 3, 0), ("k-means", 100_000, 8, 0),
        ("silhouette", 10_000, 3, 0),
        ("dbscan", 10_000, 2, 0.15), ("dbscan", 100_000, 2, 0.05), ("dbscan", 100_000, 3, 0.15),
        ("gaussian-mixture", 10_000, 5, 0), ("gaussian-mixture", 100_000, 5, 0),
        ("hdbscan", 10_000, 2, 0), ("hdbscan", 10_000, 3, 0),
    ];

    public static int Run()
    {
        Console.WriteLine($"{"algorithm",-16} {"rows",8} {"features",8} {"ms",10} {"peer",12} {"ratio",8}   figures");
        foreach (var work in Works.Where(work => File.Exists(Peer(work.Algorithm).Program)))
        {
            string file = Path.Combine(Path.GetTempPath(), $"clouds-{work.Rows}-{work.Columns}.csv");
            File.WriteAllLines(file, Clouds(work.Rows, work.Columns));
            if (!Compare(work, file))
                return 1;
        }
        return LearningComparison.Run(Clouds);
    }

    private static bool Compare((string Algorithm, int Rows, int Columns, double Epsilon) work, string file)
    {
        var options = new Options(file) { Epsilon = work.Epsilon, MinPoints = 10 };
        using var ours = JsonDocument.Parse(Timing.Run(work.Algorithm, options));
        var (program, script) = Peer(work.Algorithm);
        using var peer = Process.Start(new ProcessStartInfo(program)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, script), work.Algorithm, file, $"{options.K}", $"{options.Starts}", $"{work.Epsilon}", $"{options.MinPoints}" },
            RedirectStandardOutput = true,
        })!;
        var answer = peer.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        peer.WaitForExit();
        if (peer.ExitCode != 0)
            return false;
        double milliseconds = ours.RootElement.GetProperty("ms").GetDouble(), theirs = double.Parse(answer[0]);
        var figure = ours.RootElement.GetProperty(work.Algorithm switch { "k-means" => "wcss", "dbscan" or "hdbscan" => "noise", _ => "score" });
        Console.WriteLine($"{work.Algorithm,-16} {work.Rows,8} {work.Columns,8} {milliseconds,10:F3} {theirs,12:F3} {theirs / milliseconds,8:F1}   {figure} / {answer[1]}");
        return true;
    }

    private static (string Program, string Script) Peer(string algorithm) =>
        algorithm == "hdbscan" ? ("/usr/bin/Rscript", "dbscan.R") : ("/usr/bin/python3", "scikit-learn.py");

    /// <summary>Six round clouds and one row in twenty anywhere.</summary>
    private static IEnumerable<string> Clouds(int rows, int columns)
    {
        var random = new Random(columns);
        var centres = Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, columns).Select(_ => 10 * random.NextDouble()).ToArray()).ToArray();
        for (int i = 0; i < rows; i++)
        {
            var centre = centres[random.Next(centres.Length)];
            bool anywhere = random.Next(20) == 0;
            yield return string.Join(',', centre.Select(x => (float)(anywhere ? 12 * random.NextDouble() - 1 : x + random.NextDouble() + random.NextDouble() - random.NextDouble() - random.NextDouble())));
        }
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace Segmentation.Benchmarks;

/// <summary>Classifiers against scikit-learn's and XGBoost's: the same rows, the same labels to learn, the same rows held out for macro F1.</summary>
internal static class LearningComparison
{
    public static int Run(Func<int, int, IEnumerable<string>> clouds)
    {
        foreach (int rows in new[] { 10_000, 100_000 })
        {
            string file = Path.Combine(Path.GetTempPath(), $"clouds-{rows}-5.csv"), answers = Path.ChangeExtension(file, ".labels.csv");
            File.WriteAllLines(file, clouds(rows, 5));
            var options = new Options(file) { Repeat = 3 };
            int[] labels = Learning.Segments(Matrix.FromColumns(NumberFile.Columns(file, null)), options);
            File.WriteAllLines(answers, labels.Zip(Learning.HeldOut(labels, options), (label, held) => $"{label},{(held ? 1 : 0)}"));
            if (!Learning.Fits.Keys.All(algorithm => Compare(algorithm, rows, answers, options)))
                return 1;
        }
        return 0;
    }

    private static bool Compare(string algorithm, int rows, string answers, Options options)
    {
        using var ours = JsonDocument.Parse(Timing.Run(algorithm, options));
        using var peer = Process.Start(new ProcessStartInfo("/usr/bin/python3")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "classifiers.py"), algorithm, options.File, answers },
            RedirectStandardOutput = true,
        })!;
        var answer = peer.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        peer.WaitForExit();
        if (peer.ExitCode != 0)
            return false;
        double milliseconds = ours.RootElement.GetProperty("ms").GetDouble(), theirs = double.Parse(answer[0]);
        Console.WriteLine($"{algorithm,-20} {rows,8} {milliseconds,10:F1} {answer[2],12} {theirs,10:F1} {theirs / milliseconds,8:F1}   F1 {ours.RootElement.GetProperty("score").GetDouble():F4} / {answer[1]}");
        return true;
    }
}

using System.Diagnostics;

namespace Charts.Benchmarks;

/// <summary>The peer, through a script beside the program; without it there are no ratios.</summary>
internal static class Matplotlib
{
    private const string Python = "/usr/bin/python3";

    internal static IReadOnlyDictionary<string, double> Time(int customers)
    {
        if (!File.Exists(Python))
            return new Dictionary<string, double>();
        using var peer = Process.Start(new ProcessStartInfo(Python)
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "matplotlib-peer.py"), $"{customers}" },
            RedirectStandardOutput = true,
        })!;
        var lines = peer.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        peer.WaitForExit();
        return lines.Select(line => line.Split('\t')).ToDictionary(line => line[0], line => double.Parse(line[1]));
    }
}

using System.Diagnostics;
using System.Globalization;
using Charts;
using Charts.Benchmarks;

// Draws each chart as SVG, its numbers being there, and the like with matplotlib on the same machine; medians of five.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"{"chart",-14} {"customers",10} {"ms",9} {"matplotlib",12} {"ratio",8}");
foreach (int customers in new[] { 200, 10_000, 100_000 })
{
    var peer = Matplotlib.Time(customers);
    foreach (var (name, draw) in Works.Of(customers))
    {
        double ours = Median(draw);
        string theirs = peer.TryGetValue(name, out double other) ? $"{other,12:F1} {other / ours,8:F0}" : $"{"–",12}";
        Console.WriteLine($"{name,-14} {customers,10} {ours,9:F2} {theirs}");
    }
}

static double Median(Func<string> draw)
{
    var times = new double[5];
    for (int i = -25; i < times.Length; i++)
    {
        long start = Stopwatch.GetTimestamp();
        draw();
        times[Math.Max(i, 0)] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
    return times.Order().ElementAt(2);
}

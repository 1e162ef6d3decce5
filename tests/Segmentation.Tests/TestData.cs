using System.Globalization;

namespace Segmentation.Tests;

/// <summary>The real files, from the folder that the environment names; a test without them is skipped and says so.</summary>
internal static class TestData
{
    public static string? Folder => Environment.GetEnvironmentVariable("DASHBOARD_TEST_DATA");

    public static List<double[]> Mall(params string[] columns) => Columns("mall/Mall_Customers.csv", columns);

    public static List<double[]> Columns(string file, params string[] names)
    {
        Skip.If(Folder is null, "DASHBOARD_TEST_DATA does not name the folder of the real data files.");
        var lines = File.ReadAllLines(Path.Combine(Folder!, file));
        var header = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();
        return [.. names.Select(name => rows.Select(row => Number(row[Array.IndexOf(header, name)])).ToArray())];
    }

    /// <summary>All columns but the last, which holds the true label.</summary>
    public static List<double[]> Bench(string name)
    {
        Skip.If(Folder is null, "DASHBOARD_TEST_DATA does not name the folder of the real data files.");
        var header = File.ReadLines(Path.Combine(Folder!, "bench", name + ".csv")).First().Split(',');
        return Columns($"bench/{name}.csv", header[..^1]);
    }

    private static double Number(string text) => text switch
    {
        "Male" => 0,
        "Female" => 1,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}

using System.Text.Json;

namespace Segmentation.Tests.Golden;

/// <summary>What SciPy found, made by make_drift.py; the file says which version.</summary>
internal sealed record DriftGolden(string Versions, DriftGolden.Pair[] Samples, DriftGolden.Table[] Tables, DriftGolden.Tail[] Binomials)
{
    public static readonly DriftGolden All = Read();

    private static DriftGolden Read()
    {
        using var json = typeof(DriftGolden).Assembly.GetManifestResourceStream("drift.json")!;
        return JsonSerializer.Deserialize<DriftGolden>(json, JsonSerializerOptions.Web)!;
    }

    internal sealed record Pair(double[] First, double[] Second, double Distance, double Chance);

    internal sealed record Table(int[] Before, int[] After, double Statistic, double Chance);

    internal sealed record Tail(int Hits, int Tries, double Share, double Chance);
}

using System.Text.Json;

namespace Segmentation.Tests.Golden;

/// <summary>What scikit-learn 1.2.1 and SciPy 1.10.1 found, made by make_quality.py.</summary>
internal sealed record QualityGolden(
    QualityGolden.Pair[] Information, QualityGolden.Tail[] Beta, QualityGolden.ChiSquaredTail[] ChiSquared, QualityGolden.Scales Scaling,
    QualityGolden.Table[] Association, QualityGolden.Map[] Maps, QualityGolden.Set[] Sets)
{
    public static readonly QualityGolden All = Read();

    public static TheoryData<string> Names => [.. All.Sets.Select(set => set.Name)];

    public static Set On(string name) => All.Sets.Single(set => set.Name == name);

    private static QualityGolden Read()
    {
        using var json = typeof(QualityGolden).Assembly.GetManifestResourceStream("quality.json")!;
        return JsonSerializer.Deserialize<QualityGolden>(json, JsonSerializerOptions.Web)!;
    }

    internal sealed record Pair(int[] A, int[] B, double Score);

    internal sealed record Tail(double H, int M, [property: System.Text.Json.Serialization.JsonPropertyName("tail")] double Chance);

    internal sealed record ChiSquaredTail(double X, int Freedom, double Tail);

    internal sealed record Scales(
        double[] Column, Dictionary<string, double[]> Scaled, Dictionary<string, double[]> LogScaled, string[] Words, double[][] OneHot);

    internal sealed record Table(int[] Segments, int[] Words, double CramersV);

    internal sealed record Map(string Name, double Divergence, double Kept);

    internal sealed record Spread(int Probes, double Mean, double Deviation);

    internal sealed record GapFigures(int References, double[] Logs, double[] Means, double[] Deviations);

    internal sealed record BootstrapFigures(int K, int Repeats, double[] Means, double[] Deviations);

    internal sealed record Set(string Name, Spread Hopkins, GapFigures Gap, BootstrapFigures Bootstrap);
}

using System.Text.Json;

namespace Segmentation.Tests.Golden;

/// <summary>What scikit-learn 1.2.1 found, made by make_golden.py; generated sets come with their columns.</summary>
internal sealed record ScikitLearn(
    string Name, double[][]? Columns, int K, double Epsilon, int MinPoints, double Wcss, int[] Sizes, double Silhouette, double CalinskiHarabasz,
    double DaviesBouldin, int[] Truth, double AdjustedRand, int[] CoreLabels, int[] Noise,
    double[][] Axes, double[] Variances, double[] Shares, GoldenMixture Full, GoldenMixture Diagonal)
{
    public static readonly ScikitLearn[] Sets = Read();

    public static TheoryData<string> Names => [.. Sets.Select(set => set.Name)];

    public static ScikitLearn On(string name) => Sets.Single(set => set.Name == name);

    private static ScikitLearn[] Read()
    {
        using var json = JsonDocument.Parse(typeof(ScikitLearn).Assembly.GetManifestResourceStream("scikit-learn.json")!);
        return json.RootElement.GetProperty("sets").Deserialize<ScikitLearn[]>(JsonSerializerOptions.Web)!;
    }
}

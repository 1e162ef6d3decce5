using System.Text.Json;

namespace Segmentation.Tests.Golden;

/// <summary>What scikit-learn 1.2.1 found when it learned the true labels, made by make_classification.py. Columns are those of sets that are in no file.</summary>
internal sealed record ClassificationGolden(
    string Name, int[] Truth, double[][] Coefficients, double[] Intercepts, double[][] Probabilities, int[] Predicted,
    double[] Precision, double[] Recall, double[] F1, double LogLoss, double Brier,
    double FoldsLogistic, double FoldsForest, double FoldsBoosting, double[][]? Columns = null)
{
    public static readonly ClassificationGolden[] Sets = Read();

    public IReadOnlyList<double[]> Data => Columns is null ? TestData.Bench(Name) : Columns;

    public static TheoryData<string> Names => [.. Sets.Select(set => set.Name)];

    public static ClassificationGolden On(string name) => Sets.Single(set => set.Name == name);

    private static ClassificationGolden[] Read()
    {
        using var json = JsonDocument.Parse(typeof(ClassificationGolden).Assembly.GetManifestResourceStream("classification.json")!);
        return json.RootElement.GetProperty("sets").Deserialize<ClassificationGolden[]>(JsonSerializerOptions.Web)!;
    }
}

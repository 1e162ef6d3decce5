using System.Text.Json;

namespace Segmentation.Tests.Golden;

/// <summary>
/// What R's dbscan 1.1.11 found, made by make_hdbscan.R: noise is -1; distances and heights of the hierarchy as their sum and
/// 21 of them, from the least to the greatest.
/// </summary>
internal sealed record RHdbscan(string Name, int MinPoints, int[] Labels, double[] CoreDistances, double[] Heights)
{
    public static readonly RHdbscan[] Sets = Read();

    public static TheoryData<string, int> Names
    {
        get
        {
            var names = new TheoryData<string, int>();
            foreach (var set in Sets)
                names.Add(set.Name, set.MinPoints);
            return names;
        }
    }

    public static RHdbscan On(string name, int minPoints) => Sets.Single(set => set.Name == name && set.MinPoints == minPoints);

    private static RHdbscan[] Read()
    {
        using var json = JsonDocument.Parse(typeof(RHdbscan).Assembly.GetManifestResourceStream("hdbscan.json")!);
        return json.RootElement.GetProperty("sets").Deserialize<RHdbscan[]>(JsonSerializerOptions.Web)!;
    }
}

using Dashboard.Csv;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>Columns by which people must not be disadvantaged, known by their names; ages are looked at in bands.</summary>
internal static class SensitiveColumns
{
    private const double YearsPerBand = 15;
    private static readonly string[] Words = ["gender", "genre", "sex", "ethnicity", "race", "religion", "nationality", "disability", "marital", "pregnant"];

    public static IEnumerable<(string Name, string?[] Values)> In(IReadOnlyList<NumberColumn> numbers, IReadOnlyList<CategoryColumn> categories) =>
        categories.Where(c => IsNamed(c.Label)).Select(c => (c.Name, c.Values))
            .Concat(numbers.Where(c => c.Label.Equals("age", StringComparison.OrdinalIgnoreCase)).Select(c => (c.Name, Array.ConvertAll(c.Values, Band))));

    private static bool IsNamed(string label) => HeaderWords.Split(label).Any(Words.Contains);

    private static string? Band(double age) => double.IsNaN(age) ? null : $"{Math.Floor(age / YearsPerBand) * YearsPerBand:0}";
}

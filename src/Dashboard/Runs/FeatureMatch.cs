using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation.Formulas;

namespace Dashboard.Runs;

/// <summary>Finds the columns that a wish means by its features, and checks what shall be worked out of them.</summary>
internal sealed class FeatureMatch(Dataset dataset)
{
    public const int LongestName = 80;
    private const double LargestWeight = 100;
    private readonly List<Column> _numbers = [.. dataset.Columns.Where(c => c.Role == ColumnRole.Number)];
    private readonly List<Column> _categories = [.. dataset.Columns.Where(Customers.IsCategory)];

    public Dictionary<string, string[]> Errors { get; } = [];

    /// <summary>The wish with the columns' own names; derived features are always among the features.</summary>
    public RunSettings In(RunSettings settings)
    {
        List<DerivedFeature> derived = [.. (settings.Derived ?? []).Select(Derived).OfType<DerivedFeature>()];
        if (derived.GroupBy(d => d.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            Errors.TryAdd("derived", [$"Two derived features are called “{twice.Key}”."]);
        }
        var given = settings.Features.Count > 0 ? settings.Features : [.. RunRequest.Suggested(dataset).Select(c => new Feature(c.Name))];
        List<Feature> features = [.. given.Select(f => Found(f, derived)).OfType<Feature>().DistinctBy(f => f.Name)];
        features.AddRange(derived.Where(d => features.TrueForAll(f => f.Name != d.Name)).Select(d => new Feature(d.Name)).DistinctBy(f => f.Name).ToList());
        if (Errors.Count == 0 && features.Count > 0 && features.TrueForAll(f => _categories.Exists(c => c.Name == f.Name)))
        {
            Errors["features"] = ["Choose at least one number: categories alone have no distances that could be shown."];
        }
        return settings with { Features = features, Derived = derived.Count > 0 ? derived : null };
    }

    private DerivedFeature? Derived(DerivedFeature wish)
    {
        var name = Names.Tidy(wish.Name);
        var problem = name.Length == 0 ? "A derived feature needs a name."
            : name.Length > LongestName ? $"The name of a derived feature has at most {LongestName} characters."
            : dataset.Columns.Exists(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? $"There is a column “{name}” already. Give the derived feature another name."
            : null;
        try
        {
            var formula = Formula.Parse(wish.Formula ?? "", text => Find(_numbers, text)?.Name);
            if (problem is null)
            {
                return new(name, formula.ToString());
            }
        }
        catch (FormulaException refused)
        {
            problem ??= $"The formula of “{name}”: {refused.Message}";
        }
        Errors.TryAdd("derived", [problem!]);
        return null;
    }

    private Feature? Found(Feature wish, List<DerivedFeature> derived)
    {
        var made = derived.Find(d => d.Name == wish.Name) ?? derived.Find(d => d.Name.Equals(wish.Name, StringComparison.OrdinalIgnoreCase));
        var column = made is null ? Find([.. _numbers, .. _categories], wish.Name) : null;
        if (made is null && column is null)
        {
            var before = Errors.TryGetValue("features", out var said) ? said[0].Split(" is not")[0] + ", " : "";
            Errors["features"] = [$"{before}\"{wish.Name}\" is not a number or category column of this data set. It has: {string.Join(", ", _numbers.Concat(_categories).Select(c => c.Name))}."];
            return null;
        }
        if (!(wish.Weight > 0 && wish.Weight <= LargestWeight))
        {
            Errors.TryAdd("features", [$"The weight of {wish.Name} must be above 0 and at most {LargestWeight}."]);
        }
        if (wish.Log && column is not null && (Customers.IsCategory(column) || column.Min <= -1))
        {
            Errors.TryAdd("features", [$"{column.Name} cannot be taken by its logarithm: {(Customers.IsCategory(column) ? "it is not a number" : "it has values of -1 or less")}."]);
        }
        return wish with { Name = made?.Name ?? column!.Name };
    }

    /// <summary>A name matches exactly, else without case, else as the only column of that label.</summary>
    private static Column? Find(List<Column> columns, string name)
    {
        var labelled = columns.Where(c => c.Label.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return columns.Find(c => c.Name == name)
            ?? columns.Find(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (labelled.Count == 1 ? labelled[0] : null);
    }
}

using Dashboard.Csv;
using Dashboard.Data;
using Segmentation.Formulas;

namespace Dashboard.Predictions;

/// <summary>Where the numbers of some features come from: a column each, or a formula over columns.</summary>
public sealed class FeatureSource
{
    private readonly (Formula? Formula, int[] At)[] _features;

    public FeatureSource(IEnumerable<Column> columns, IReadOnlyList<DerivedFeature>? derived, IEnumerable<string> features)
    {
        var known = columns.Where(c => c.Role == ColumnRole.Number).ToDictionary(c => c.Name);
        var formulas = (derived ?? []).ToDictionary(d => d.Name, d => Formula.Parse(d.Formula, name => known.ContainsKey(name) ? name : null));
        List<string> names = [];
        int PlaceOf(string name)
        {
            if (!names.Contains(name))
            {
                names.Add(name);
            }
            return names.IndexOf(name);
        }
        _features = [.. features.Select(f => formulas.TryGetValue(f, out var formula) ? (formula, [.. formula.Columns.Select(PlaceOf)]) : ((Formula?)null, new[] { PlaceOf(f) }))];
        Columns = [.. names.Select(name => known[name])];
    }

    /// <summary>The columns that have to be known, each once.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The features' numbers out of those of <see cref="Columns"/>; NaN is missing.</summary>
    public double[][] Values(double[][] columns) =>
        [.. _features.Select(f => f.Formula is null ? columns[f.At[0]] : f.Formula.Of([.. f.At.Select(i => columns[i])]))];

    /// <summary>The features as SQL, out of expressions for <see cref="Columns"/>.</summary>
    public IEnumerable<string> Sql(IReadOnlyList<string> columns) =>
        _features.Select(f => f.Formula is null ? columns[f.At[0]] : f.Formula.ToSql([.. f.At.Select(i => columns[i])]));

    /// <summary>The same for one customer.</summary>
    public void Values(ReadOnlySpan<double> columns, Span<double> features)
    {
        for (var f = 0; f < features.Length; f++)
        {
            var (formula, at) = _features[f];
            features[f] = formula is null ? columns[at[0]] : Of(formula, at, columns);
        }
    }

    private static double Of(Formula formula, int[] at, ReadOnlySpan<double> columns)
    {
        Span<double> values = stackalloc double[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            values[i] = columns[at[i]];
        }
        return formula.Of(values);
    }
}

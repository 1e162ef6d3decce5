using Dashboard.Csv;
using Dashboard.Data;
using Segmentation.Formulas;

namespace Dashboard.Predictions;

/// <summary>Where the number of a feature comes from: a column, or a formula over columns.</summary>
public sealed class FeatureSource
{
    private readonly Dictionary<string, Column> _columns;
    private readonly Dictionary<string, Formula> _formulas;

    public FeatureSource(IEnumerable<Column> columns, IReadOnlyList<DerivedFeature>? derived)
    {
        _columns = columns.Where(c => c.Role == ColumnRole.Number).ToDictionary(c => c.Name);
        _formulas = (derived ?? []).ToDictionary(d => d.Name, d => Formula.Parse(d.Formula, name => _columns.ContainsKey(name) ? name : null));
    }

    /// <summary>The columns that have to be read for these features, each once.</summary>
    public IReadOnlyList<Column> ColumnsOf(IEnumerable<string> features) => [.. features.SelectMany(NamesOf).Distinct().Select(name => _columns[name])];

    /// <summary>The features' numbers out of those of <see cref="ColumnsOf"/>, which stand in that order; NaN is missing.</summary>
    public double[][] Values(IReadOnlyList<string> features, double[][] read)
    {
        var at = ColumnsOf(features).Index().ToDictionary(c => c.Item.Name, c => read[c.Index]);
        return [.. features.Select(name => _formulas.TryGetValue(name, out var formula) ? formula.Of([.. formula.Columns.Select(c => at[c])]) : at[name])];
    }

    /// <summary>One customer's number; NaN is missing.</summary>
    public double Value(string feature, Func<string, double> of) =>
        _formulas.TryGetValue(feature, out var formula) ? formula.Of([.. formula.Columns.Select(of)]) : of(feature);

    private IEnumerable<string> NamesOf(string feature) => _formulas.TryGetValue(feature, out var formula) ? formula.Columns : [feature];
}

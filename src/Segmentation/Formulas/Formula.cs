namespace Segmentation.Formulas;

/// <summary>
/// A number worked out of other columns of the same row, such as <c>[Income] / ([Age] + 1)</c>: + − × ÷ (or * /), brackets,
/// numbers, <c>log</c> (natural), <c>sqrt</c>, <c>abs</c>, <c>min</c> and <c>max</c>. Nothing else can be said in it, so a formula
/// of a stranger can do no harm.
/// </summary>
public sealed class Formula
{
    /// <summary>Longer texts are refused.</summary>
    public const int MaxLength = 500;

    private readonly Term _term;

    private Formula(Term term, IReadOnlyList<string> columns) => (_term, Columns) = (term, columns);

    /// <summary>The columns that it uses, each once, in the order in which they are first named.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>
    /// <paramref name="columnOf"/> gives for the name between square brackets the column that is meant, null for none.
    /// </summary>
    /// <exception cref="FormulaException">The text is not a formula; says where and why.</exception>
    public static Formula Parse(string text, Func<string, string?> columnOf)
    {
        var parser = new FormulaParser(text, columnOf);
        var term = parser.Parse();
        return parser.Columns.Count > 0 ? new Formula(term, parser.Columns) : throw new FormulaException("A formula names at least one column, between [ and ].", 0);
    }

    /// <summary>The values are those of <see cref="Columns"/>, in their order. NaN when one of them is missing (NaN) or the result is not finite, as after a division by 0.</summary>
    public double Of(ReadOnlySpan<double> values)
    {
        double result = _term.Of(values);
        return double.IsFinite(result) ? result : double.NaN;
    }

    /// <summary>Row by row over the arrays of <see cref="Columns"/>, which have equal lengths. O(rows · length of the formula).</summary>
    public double[] Of(IReadOnlyList<double[]> columns)
    {
        var results = new double[columns[0].Length];
        var values = new double[columns.Count];
        for (int i = 0; i < results.Length; i++)
        {
            for (int j = 0; j < values.Length; j++)
                values[j] = columns[j][i];
            results[i] = Of(values);
        }
        return results;
    }

    /// <summary>
    /// The same as an expression that SQLite and PostgreSQL understand, out of expressions of doubles for <see cref="Columns"/>.
    /// NULL where <see cref="Of(ReadOnlySpan{double})"/> is NaN, and also where a part is infinite, such as a division by 0.
    /// </summary>
    public string ToSql(IReadOnlyList<string> columns) => _term.Sql(columns);

    /// <summary>The formula with the names of the columns that are meant; parsing it again gives an equal formula.</summary>
    public override string ToString() => _term.Text(Columns);
}

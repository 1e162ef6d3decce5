using System.Globalization;

namespace Segmentation.Formulas;

/// <summary>A part of a formula. NaN in an operand makes the result NaN.</summary>
internal abstract record Term
{
    public abstract double Of(ReadOnlySpan<double> values);

    /// <summary>With brackets round every operation inside another, so that the text means the same wherever it stands.</summary>
    public abstract string Text(IReadOnlyList<string> columns);

    /// <summary>An expression of SQLite and PostgreSQL alike; columns are expressions of doubles. NULL where the value is not a number.</summary>
    public abstract string Sql(IReadOnlyList<string> columns);

    protected static string Inner(Term term, IReadOnlyList<string> columns) =>
        term is Operation or Negation ? $"({term.Text(columns)})" : term.Text(columns);
}

internal sealed record Number(double Value) : Term
{
    public override double Of(ReadOnlySpan<double> values) => Value;

    public override string Text(IReadOnlyList<string> columns) => Value.ToString("0.#################", CultureInfo.InvariantCulture);

    public override string Sql(IReadOnlyList<string> columns) => $"CAST({Value.ToString("R", CultureInfo.InvariantCulture)} AS DOUBLE PRECISION)";
}

internal sealed record ColumnValue(int Index) : Term
{
    public override double Of(ReadOnlySpan<double> values) => values[Index];

    public override string Text(IReadOnlyList<string> columns) => $"[{columns[Index].Replace("]", "]]")}]";

    public override string Sql(IReadOnlyList<string> columns) => columns[Index];
}

internal sealed record Negation(Term Inside) : Term
{
    public override double Of(ReadOnlySpan<double> values) => -Inside.Of(values);

    public override string Text(IReadOnlyList<string> columns) => "-" + Inner(Inside, columns);

    public override string Sql(IReadOnlyList<string> columns) => $"(- {Inside.Sql(columns)})";
}

internal sealed record Operation(char Sign, Term Left, Term Right) : Term
{
    public override double Of(ReadOnlySpan<double> values)
    {
        double left = Left.Of(values), right = Right.Of(values);
        return Sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => left / right,
        };
    }

    public override string Text(IReadOnlyList<string> columns) => $"{Inner(Left, columns)} {Sign} {Inner(Right, columns)}";

    public override string Sql(IReadOnlyList<string> columns) =>
        $"({Left.Sql(columns)} {Sign} {(Sign == '/' ? $"NULLIF({Right.Sql(columns)}, 0)" : Right.Sql(columns))})";
}

internal sealed record Call(string Name, IReadOnlyList<Term> Arguments) : Term
{
    /// <summary>Each function with the least and the greatest number of its arguments.</summary>
    public static readonly IReadOnlyDictionary<string, (int Least, int Most)> Functions = new Dictionary<string, (int, int)>(StringComparer.OrdinalIgnoreCase)
    {
        ["log"] = (1, 1),
        ["sqrt"] = (1, 1),
        ["abs"] = (1, 1),
        ["min"] = (2, 10),
        ["max"] = (2, 10),
    };

    public override double Of(ReadOnlySpan<double> values)
    {
        double first = Arguments[0].Of(values);
        switch (Name)
        {
            case "log":
                return Math.Log(first);
            case "sqrt":
                return Math.Sqrt(first);
            case "abs":
                return Math.Abs(first);
        }
        for (int i = 1; i < Arguments.Count; i++)
            first = Name == "min" ? Math.Min(first, Arguments[i].Of(values)) : Math.Max(first, Arguments[i].Of(values));
        return first;
    }

    public override string Text(IReadOnlyList<string> columns) => $"{Name}({string.Join(", ", Arguments.Select(a => a.Text(columns)))})";

    // Each argument is written once: a text that repeats them doubles with every pair of brackets.
    public override string Sql(IReadOnlyList<string> columns)
    {
        string rows = string.Join(" UNION ALL SELECT ", Arguments.Select(a => $"{a.Sql(columns)} AS x"));
        string result = Name switch
        {
            "log" => "CASE WHEN x > 0 THEN LN(x) END",
            "sqrt" => "CASE WHEN x >= 0 THEN SQRT(x) END",
            "abs" => "ABS(x)",
            _ => $"CASE WHEN COUNT(x) = {Arguments.Count} THEN {Name.ToUpperInvariant()}(x) END",
        };
        return $"(SELECT {result} FROM (SELECT {rows}) AS t)";
    }
}

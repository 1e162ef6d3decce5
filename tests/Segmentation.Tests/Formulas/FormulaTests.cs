using Segmentation.Formulas;

namespace Segmentation.Tests.Formulas;

public sealed class FormulaTests
{
    private static readonly Dictionary<string, double> Row = new() { ["Income"] = 60, ["Age"] = 29, ["Score (1-100)"] = 90, ["a]b"] = 2, ["Gap"] = double.NaN };

    private static Formula Parse(string text) => Formula.Parse(text, name => Row.ContainsKey(name) ? name : null);

    private static double Of(string text)
    {
        var formula = Parse(text);
        return formula.Of([.. formula.Columns.Select(name => Row[name])]);
    }

    [Theory]
    [InlineData("[Income] / ([Age] + 1)", 2)]
    [InlineData("[Income] × [Score (1-100)]", 5400)]
    [InlineData("[Income] ÷ 2 − 5", 25)]
    [InlineData("1 + 2 * [Income]", 121)]
    [InlineData("100 - [Income] - 10", 30)]
    [InlineData("[Income] / 2 / 3", 10)]
    [InlineData("-[Income] + 1", -59)]
    [InlineData("--[Income]", 60)]
    [InlineData("2 * -[Income]", -120)]
    [InlineData("min([Income], [Age], 30)", 29)]
    [InlineData("MAX([Income]; 70)", 70)]
    [InlineData("sqrt(abs(-[Income] - 4))", 8)]
    [InlineData("log([Income] / 60)", 0)]
    [InlineData("[a]]b] * .5", 1)]
    [InlineData("  ( ( [Income] ) )  ", 60)]
    public void Follows_the_rules_of_arithmetic(string text, double expected) => Assert.Equal(expected, Of(text), 1e-12);

    [Theory]
    [InlineData("[Income] / ([Age] - 29)")]
    [InlineData("log([Income] - 60)")]
    [InlineData("sqrt([Age] - 30)")]
    [InlineData("[Gap] + 1")]
    [InlineData("min([Gap], 1)")]
    [InlineData("max(1, [Gap])")]
    public void Has_no_value_where_arithmetic_has_none(string text) => Assert.True(double.IsNaN(Of(text)));

    [Theory]
    [InlineData("", 0, "ends where")]
    [InlineData("[Income", 1, "] is missing")]
    [InlineData("[Wealth] + 1", 1, "no number column “Wealth”")]
    [InlineData("Income + 1", 0, "between [ and ]")]
    [InlineData("[Income] +", 10, "ends where")]
    [InlineData("[Income] 5", 9, "“5” at character 10")]
    [InlineData("([Income]", 9, "“)”")]
    [InlineData("[Income])", 8, "“)” at character 9")]
    [InlineData("min([Income])", 0, "min takes 2 to 10 values")]
    [InlineData("log([Income], 2)", 0, "log takes one value")]
    [InlineData("1.2.3 * [Income]", 0, "“1.2.3” is not a number")]
    [InlineData("1 + 2", 0, "at least one column")]
    [InlineData("[Income]; DROP TABLE x", 8, "“;”")]
    [InlineData("[Income] \0", 9, "not understood")]
    public void Says_what_is_wrong_and_where(string text, int position, string message)
    {
        var refused = Assert.Throws<FormulaException>(() => Parse(text));

        Assert.Equal(position, refused.Position);
        Assert.Contains(message, refused.Message);
    }

    [Fact]
    public void Brackets_without_end_and_endless_texts_are_refused()
    {
        Assert.Contains("too deep", Assert.Throws<FormulaException>(() => Parse(new string('(', 400) + "[Age]")).Message);
        Assert.Contains("at most 500", Assert.Throws<FormulaException>(() => Parse("[Age]" + string.Concat(Enumerable.Repeat("+1", 300)))).Message);
        Assert.Equal(-29, Of(new string('-', 401) + "[Age]"));
    }

    [Theory]
    [InlineData("[Income]/([Age]+1)", "[Income] / ([Age] + 1)")]
    [InlineData("1-(2-[Age])", "1 - (2 - [Age])")]
    [InlineData("-[Age]*[a]]b]", "(-[Age]) * [a]]b]")]
    [InlineData("min(1,[Age] ) + 0.25", "min(1, [Age]) + 0.25")]
    public void Its_text_says_the_same_again(string text, string expected)
    {
        var formula = Parse(text);

        Assert.Equal(expected, formula.ToString());
        Assert.Equal(expected, Parse(expected).ToString());
        Assert.Equal(Of(text), Of(expected));
    }

    [Fact]
    public void Works_row_by_row_on_the_columns_that_it_names()
    {
        var formula = Formula.Parse("[b] / [A]", name => name.ToUpperInvariant());

        Assert.Equal(["B", "A"], formula.Columns);
        Assert.Equal([2, double.NaN, double.NaN], formula.Of([[4.0, 1, double.NaN], [2.0, 0, 1]]));
    }

    [Theory]
    [InlineData("-[Income] / [Age]", "((- a) / NULLIF(b, 0))")]
    [InlineData("[Income] + 0.5", "(a + CAST(0.5 AS DOUBLE PRECISION))")]
    [InlineData("log([Age])", "(SELECT CASE WHEN x > 0 THEN LN(x) END FROM (SELECT b AS x) AS t)")]
    [InlineData("max([Income], [Age])", "(SELECT CASE WHEN COUNT(x) = 2 THEN MAX(x) END FROM (SELECT a AS x UNION ALL SELECT b AS x) AS t)")]
    public void Can_be_said_in_sql(string text, string expected)
    {
        var formula = Parse(text);

        Assert.Equal(expected, formula.ToSql([.. formula.Columns.Select(name => name == "Income" ? "a" : "b")]));
    }

    [Fact]
    public void Its_sql_does_not_grow_with_the_depth_of_its_brackets()
    {
        var formula = Parse(string.Concat(Enumerable.Repeat("sqrt(max(1,", 20)) + "[Age]" + new string(')', 40));

        Assert.InRange(formula.ToSql(["b"]).Length, 1, 5_000);
    }
}

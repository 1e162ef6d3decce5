using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class ColumnNamesTests
{
    [Theory]
    [InlineData("\uFEFFid", "id")]
    [InlineData("  Annual   Income\u00A0(k$) ", "Annual Income (k$)")]
    [InlineData("Annual\r\nIncome", "Annual Income")]
    [InlineData("e\u0301tat", "état")]
    [InlineData("na\u0000me\u200B", "name")]
    [InlineData("'-20 °C", "-20 °C")]
    [InlineData("", "Column 1")]
    [InlineData(" \t ", "Column 1")]
    public void A_name_is_cleaned(string header, string name) => Assert.Equal([name], ColumnNames.Clean([header]));

    [Fact]
    public void Duplicates_get_a_number_whatever_their_case_or_composition() => Assert.Equal(
        ["email", "Email (2)", "EMAIL (3)", "é", "é (2)", "Column 6", "Column 6 (2)"],
        ColumnNames.Clean(["email", "Email", "EMAIL", "é", "e\u0301", "", "Column 6"]));

    [Fact]
    public void A_numbered_name_does_not_collide_with_one_in_the_file() =>
        Assert.Equal(["a", "a (2)", "a (3)"], ColumnNames.Clean(["a", "a (2)", "a"]));

    [Theory]
    [InlineData("Annual Income (k$)", "Annual Income", "k$")]
    [InlineData("Annual_Income (k$)", "Annual Income", "k$")]
    [InlineData("Spending Score (1-100)", "Spending Score", null)]
    [InlineData("Weight [kg]", "Weight", "kg")]
    [InlineData("Spending_Score", "Spending Score", null)]
    [InlineData("a (b) c", "a (b) c", null)]
    [InlineData("(k$)", "(k$)", null)]
    [InlineData("x ()", "x ()", null)]
    public void A_trailing_bracket_is_the_unit(string name, string label, string? unit) =>
        Assert.Equal((label, unit), ColumnNames.LabelAndUnit(name));
}

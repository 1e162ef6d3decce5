using Dashboard.Batches;
using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Tests.Batches;

public sealed class FieldMatchTests
{
    [Theory]
    [InlineData("Age|Spending Score (1-100)", 0, 1)]
    [InlineData("SPENDING SCORE (1-100)|age", 1, 0)]
    [InlineData("spending_score|Name|Age (years)", 2, 0)]
    [InlineData("Spending Score|Spending-Score [points]|Age", 2, -1)]
    [InlineData("Column 1|Column 2", -1, -1)]
    public void Columns_are_found_by_their_names_and_else_by_words_that_only_one_has(string file, int age, int score) =>
        Assert.Equal([age, score], FieldMatch.Of(file.Split('|'), [Number("Age"), Number("Spending Score (1-100)")]));

    [Theory]
    [InlineData("Age|Income", 1, -1)]
    [InlineData("Age|yearly_income|score", 1, 2)]
    [InlineData("Income|Income (net)|Spending", -1, 2)]
    [InlineData("Annual score|Age", -1, -1)]
    [InlineData("Height|Weight", -1, -1)]
    public void Columns_with_words_in_common_are_suggested_where_one_is_likeliest(string file, int income, int score)
    {
        Column[] wanted = [Number("Annual Income (k$)"), Number("Spending Score (1-100)")];

        Assert.Equal([income, score], FieldMatch.Suggest(file.Split('|'), wanted, [BatchOptions.None, BatchOptions.None]));
    }

    [Fact]
    public void What_was_found_is_neither_suggested_nor_suggested_for() =>
        Assert.Equal([BatchOptions.None, 1], FieldMatch.Suggest(["Income", "Score"], [Number("Income"), Number("Spending Score")], [0, BatchOptions.None]));

    private static Column Number(string name) => new() { Source = name, Name = name, Label = name, Role = ColumnRole.Number };
}

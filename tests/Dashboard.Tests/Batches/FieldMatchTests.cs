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

    private static Column Number(string name) => new() { Source = name, Name = name, Label = name, Role = ColumnRole.Number };
}

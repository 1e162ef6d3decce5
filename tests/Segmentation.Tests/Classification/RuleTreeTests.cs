using Segmentation.Classification;
using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Segmentation.Tests.Classification;

public sealed class RuleTreeTests
{
    [Fact]
    public void Two_groups_get_a_rule_each_at_a_round_number()
    {
        var tree = RuleTree.Fit([Column("Income", [12, 23, 34, 68, 73, 81, 94], "k$")], [0, 0, 0, 0, 1, 1, 1]);
        Assert.Equal(["Income < 70 k$", "Income ≥ 70 k$"], tree.Rules.Select(rule => rule.Text));
        Assert.Equal(["\"Income\" < 70", "\"Income\" >= 70"], tree.Rules.Select(rule => rule.Sql));
        Assert.Equal("CASE WHEN \"Income\" < 70 THEN 0 WHEN \"Income\" >= 70 THEN 1 END", tree.Sql);
        Assert.All(tree.Rules, rule => Assert.Equal((1, 1), (rule.Coverage, rule.Precision)));
        Assert.Null(tree.Agreement);
    }

    [Fact]
    public void Four_corners_need_two_features()
    {
        double[] income = [.. Enumerable.Range(0, 80).Select(i => i % 2 == 0 ? 20.0 + i % 7 : 90 + i % 5)];
        double[] score = [.. Enumerable.Range(0, 80).Select(i => i / 2 % 2 == 0 ? 10.0 + i % 3 : 80 + i % 3)];
        var tree = RuleTree.Fit([Column("Income", income), Column("Score", score)], [.. Enumerable.Range(0, 80).Select(i => i % 4)]);
        Assert.Equal(["Income < 50 and Score < 50", "Income ≥ 50 and Score < 50", "Income < 50 and Score ≥ 50", "Income ≥ 50 and Score ≥ 50"], tree.Rules.Select(rule => rule.Text));
        Assert.Equal(1, tree.Agreement);
    }

    [Fact]
    public void Rows_and_hits_are_those_that_the_conditions_take() =>
        Tables.ForAll((data, random) =>
        {
            var features = Tables.Columns(data).Select((values, j) => Column($"f{j}", values)).ToArray();
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(4) - 1)];
            var tree = RuleTree.Fit(features, labels);
            foreach (var rule in tree.Rules)
            {
                int[] taken = [.. Enumerable.Range(0, data.Rows).Where(row => rule.Alternatives.Any(conditions => conditions.All(condition => Holds(condition, row))))];
                Assert.Equal((taken.Length, taken.Count(row => labels[row] == rule.Segment)), (rule.Rows, rule.Hits));
                Assert.Equal(labels.Count(label => label == rule.Segment), rule.Size);
                Assert.All(rule.Alternatives, conditions => Assert.InRange(conditions.Count, 0, 3));
            }
            Assert.InRange(tree.Rules.Sum(rule => rule.Rows), 0, data.Rows);
        });

    [Fact]
    public void No_row_is_taken_by_two_rules() =>
        Tables.ForAll((data, random) =>
        {
            var features = Tables.Columns(data).Select((values, j) => Column($"f{j}", values)).ToArray();
            var tree = RuleTree.Fit(features, [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(4))]);
            for (int row = 0; row < data.Rows; row++)
                Assert.Equal(1, tree.Rules.Sum(rule => rule.Alternatives.Count(conditions => conditions.All(condition => Holds(condition, row)))));
        });

    [Fact]
    public void Noise_gets_no_rule_and_counts_against_precision()
    {
        var tree = RuleTree.Fit([Column("x", [1, 2, 3, 4, 50, 90, 91, 92, 93])], [0, 0, 0, 0, -1, 1, 1, 1, 1], depth: 1);
        Assert.Equal([0, 1], tree.Rules.Select(rule => rule.Segment));
        Assert.Equal(8.0 / 9, tree.Rules.Sum(rule => rule.Hits) / (double)tree.Rules.Sum(rule => rule.Rows), 1e-12);
    }

    [Theory]
    [InlineData(70, "70")]
    [InlineData(-0.25, "-0.25")]
    [InlineData(0.1f, "0.10000000149011612")]
    [InlineData(2e-9, "0.000000002")]
    [InlineData(1e-30, "1E-30")]
    [InlineData(3e15, "3000000000000000")]
    public void Numbers_in_rules_read_back_as_they_are(double value, string text) =>
        Assert.Equal($"\"x\" < {text}", new Condition(Column("x", [1]), null, value).Sql);

    [Fact]
    public void A_single_segment_is_everyone()
    {
        var rule = Assert.Single(RuleTree.Fit([Column("x", [1, 2])], [0, 0]).Rules);
        Assert.Equal(("everyone", "1 = 1", 1.0), (rule.Text, rule.Sql, rule.Coverage));
    }

    [Fact]
    public void A_band_in_the_middle_and_what_lies_on_both_sides_are_told()
    {
        var rules = RuleTree.Fit([Column("Age", [11, 12, 18, 31, 33, 38, 52, 55, 59])], [0, 0, 0, 1, 1, 1, 0, 0, 0]).Rules;
        Assert.Equal(["Age < 20, or Age ≥ 50", "Age ≥ 20 and Age < 50"], rules.Select(rule => rule.Text));
        Assert.Equal("\"Age\" < 20 OR \"Age\" >= 50", rules[0].Sql);
    }

    [Fact]
    public void Two_alternatives_of_two_conditions_keep_their_meaning_in_sql()
    {
        double[] x = [.. Enumerable.Range(0, 8).Select(i => i % 2 * 9.0)], y = [.. Enumerable.Range(0, 8).Select(i => i / 2 % 2 * 8.0 + i / 4)];
        var rules = RuleTree.Fit([Column("x", x), Column("y", y)], [0, 0, 1, 0, 0, 0, 1, 0]).Rules;
        Assert.Equal("\"x\" < 5 AND \"y\" >= 5", rules[1].Sql);
        Assert.Equal(1, rules[0].Precision);
    }

    [Fact]
    public void A_segment_like_another_gets_no_rule()
    {
        var rules = RuleTree.Fit([Column("x", [7, 7, 7])], [0, 0, 1]).Rules;
        Assert.Equal(("", "1 = 0", 0.0, 0.0), (rules[1].Text, rules[1].Sql, rules[1].Coverage, rules[1].Precision));
    }

    [Fact]
    public void A_few_rows_beyond_the_border_are_not_worth_a_condition_but_a_small_segment_is()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => i / 10.0)];
        int[] labels = [.. Enumerable.Range(0, 1000).Select(i => i is 995 or 996 ? 0 : i < 500 ? 0 : 1)];
        Assert.Equal(["x < 50", "x ≥ 50"], RuleTree.Fit([Column("x", x)], labels).Rules.Select(rule => rule.Text));
        int[] threeSegments = [.. Enumerable.Range(0, 1000).Select(i => i >= 995 ? 2 : i < 500 ? 0 : 1)];
        Assert.StartsWith("x ≥ 99", RuleTree.Fit([Column("x", x)], threeSegments).Rules[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Twelve_segments_on_a_line_get_a_rule_each()
    {
        double[] x = [.. Enumerable.Range(0, 1200).Select(i => i / 10.0)];
        var rules = RuleTree.Fit([Column("x", x)], [.. Enumerable.Range(0, 1200).Select(i => i / 100)]).Rules;
        Assert.Equal("x ≥ 50 and x < 60", rules[5].Text);
        Assert.All(rules, rule => Assert.True(rule.Coverage > 0.9, rule.Text));
    }

    [Fact]
    public void Names_are_quoted_in_sql() =>
        Assert.Equal("\"the \"\"best\"\" one\" < 5", RuleTree.Fit([Column("the \"best\" one", [1, 9])], [0, 1]).Rules[0].Sql);

    [Fact]
    public void Same_seed_same_rules_whatever_the_threads()
    {
        var data = Tables.Blobs(3000, 4, 5, seed: 4);
        var features = Tables.Columns(data).Select((values, j) => Column($"f{j}", values)).ToArray();
        var labels = KMeans.Fit(data, 5).Labels;
        var rules = RuleTree.Fit(features, labels).Rules.Select(rule => rule.Text).ToArray();
        Assert.All([2, 5], threads => Assert.Equal(rules, RuleTree.Fit(features, labels, threads: threads).Rules.Select(rule => rule.Text)));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Equal(1, Assert.Throws<NotFiniteValueException>(() => RuleTree.Fit([Column("x", [1, double.NaN])], [0, 1])).Row);
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleTree.Fit([Column("x", [1, 2])], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleTree.Fit([Column("x", [1, 2])], [0, -2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RuleTree.Fit([], []));
        Assert.Throws<OperationCanceledException>(() => RuleTree.Fit([Column("x", [1, 2])], [0, 1], cancellation: new CancellationToken(true)));
    }

    [Fact]
    public void Cancelling_stops_within_200_milliseconds()
    {
        NumberColumn[] features = [.. Tables.Columns(Tables.Blobs(300_000, 6, 20, seed: 1)).Select((values, j) => Column($"f{j}", values))];
        int[] labels = [.. features[0].Values.Zip(features[1].Values, (x, y) => Math.Abs((int)(8 * x) * 8 + (int)(8 * y)) % 100)];
        Cancelling.StopsSoon(cancellation => RuleTree.Fit(features, labels, depth: 12, cancellation: cancellation), after: 100);
    }

    [SkippableFact]
    public void The_five_groups_of_the_mall_are_told_by_income_and_score()
    {
        var labels = KMeans.Fit(Mall.Standard(Mall.Income, Mall.Spending), 5).Labels;
        var values = TestData.Mall(Mall.Income, Mall.Spending);
        var tree = RuleTree.Fit([Column("Income", values[0], "k$"), Column("Score", values[1])], labels);
        Assert.True(tree.Agreement > 0.9, $"Agreement is {tree.Agreement}.");
        Assert.All(tree.Rules, rule => Assert.True(rule.Coverage > 0.8 && rule.Precision > 0.8, $"{rule.Text}: {rule.Coverage}, {rule.Precision}"));
    }

    private static bool Holds(Condition condition, int row) =>
        (condition.AtLeast is not { } least || condition.Feature.Values[row] >= least) && (condition.Below is not { } below || condition.Feature.Values[row] < below);

    private static NumberColumn Column(string name, double[] values, string? unit = null) => new(name, name, unit, values, true);
}

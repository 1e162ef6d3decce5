namespace Dashboard.Tests.Documents;

public sealed class DecisionTests
{
    public static TheoryData<string> All => [.. Repository.Decisions];

    [Theory]
    [MemberData(nameof(All))]
    public void A_decision_has_its_four_parts_in_order_and_fits_thirty_lines(string file)
    {
        var text = Repository.Read(file);
        int[] places = [.. new[] { "**Status**", "## Context", "## Decision", "## Consequences" }.Select(part => text.IndexOf(part, StringComparison.Ordinal))];

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.InRange(File.ReadLines(Repository.PathOf(file)).Count(), 8, 30);
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap()
    {
        var numbers = Repository.Decisions.Select(file => int.Parse(Path.GetFileName(file)[..4]));

        Assert.Equal(Enumerable.Range(1, Repository.Decisions.Count()), numbers);
    }

    [Fact]
    public void The_first_page_fits_a_hundred_and_twenty_lines() =>
        Assert.InRange(File.ReadLines(Repository.PathOf("README.md")).Count(), 20, 120);
}

namespace Dashboard.Tests.Documents;

public sealed class AsvsTests
{
    [Fact]
    public void Every_test_that_is_said_to_hold_an_item_exists()
    {
        var document = Repository.Read("docs/asvs.md");
        var named = NamedTests.In(document);
        var classes = Repository.Find(document, @"`([A-Za-z0-9]+Tests)`");

        Assert.True(named.Count > 50, $"{named.Count} tests are named");
        Assert.Empty(named.Except(NamedTests.Methods));
        Assert.Empty(classes.Except(NamedTests.Classes.Select(type => type.Name)));
    }

    [Fact]
    public void Every_item_stands_there_once()
    {
        var items = Repository.Read("docs/asvs.md").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(line[2]))
            .SelectMany(line => line.Split('|')[1].Split([",", " to "], StringSplitOptions.TrimEntries)).ToList();

        Assert.True(items.Count > 100, $"{items.Count} items");
        Assert.All(items, item => Assert.Matches(@"^\d{1,2}\.\d\.\d{1,2}$", item));
        Assert.Equal(items.Count, items.Distinct().Count());
    }
}

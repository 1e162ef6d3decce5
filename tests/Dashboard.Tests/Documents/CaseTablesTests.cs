namespace Dashboard.Tests.Documents;

public sealed class BadInputTableTests
{
    private const string Cases =
        "C01 C02 C03 C04 C06 C07 C08 C10 C11 C12 C13 C15 C16 C17 C18 C19 C20 C22 C23 C25 C26 C27 C28 C29 C30 N01 N02 N03 N05 N06 N08 N09 N10 N12 N13 N14 N15 N16 N17";

    private static readonly string Document = Repository.Read("docs/bad-input.md");

    [Fact]
    public void Every_case_stands_there_once_with_a_test()
    {
        var rows = Document.Split('\n').Where(line => line.StartsWith("| C", StringComparison.Ordinal) || line.StartsWith("| N", StringComparison.Ordinal)).Where(line => char.IsDigit(line[3])).ToList();

        Assert.Equal(Cases.Split(' '), rows.Select(row => row[2..5]));
        Assert.All(rows, row => Assert.NotEmpty(NamedTests.In(row)));
    }

    [Fact]
    public void Every_test_that_is_named_exists() => Assert.Empty(NamedTests.In(Document).Except(NamedTests.Methods));
}

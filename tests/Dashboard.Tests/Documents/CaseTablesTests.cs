namespace Dashboard.Tests.Documents;

/// <summary>The tables of what may go wrong: every case once, with tests that exist.</summary>
public sealed class CaseTablesTests
{
    [Theory]
    [InlineData("docs/bad-input.md", "C01 C02 C03 C04 C06 C07 C08 C10 C11 C12 C13 C15 C16 C17 C18 C19 C20 C22 C23 C25 C26 C27 C28 C29 C30 N01 N02 N03 N05 N06 N08 N09 N10 N12 N13 N14 N15 N16 N17")]
    [InlineData("docs/attacks.md", "W01 W03 W05 W06 W07 W09 W10 W11 W12 W13 W15 W16 W17 W18 W19 W20 A01 A02 A04 A05 A07 A08 A10 A11 A12 A13 A15 A16 A17 A18 G01 G02 G04 G06 G07 G08")]
    public void Every_case_stands_there_once_with_a_test_that_exists(string path, string cases)
    {
        var document = Repository.Read(path);
        var rows = document.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsDigit(line[3])).ToList();

        Assert.Equal(cases.Split(' '), rows.Select(row => row[2..5]));
        Assert.All(rows, row => Assert.NotEmpty(NamedTests.In(row)));
        Assert.Empty(NamedTests.In(document).Except(NamedTests.Methods));
    }
}

namespace Dashboard.Tests.Documents;

public sealed class SettingsTests
{
    private static readonly string[] Reads =
    [
        """[cC]onfiguration\["([^"]+)"\]""",
        """[cC]onfiguration\.GetValue(?:<[^>]+>)?\("([^"]+)""",
        """[cC]onfiguration\.(?:Flag|Number|Choice)\("([^"]+)""",
        """[cC]onfiguration\.GetSection\("([^"]+)"\)""",
    ];

    [Fact]
    public void The_table_names_the_settings_that_the_code_reads_and_no_others()
    {
        var code = string.Concat(Repository.Code.Select(File.ReadAllText));
        var read = Reads.SelectMany(pattern => Repository.Find(code, pattern))
            .Concat(Repository.Find(code, """GetConnectionString\("([^"]+)"\)""").Select(name => "ConnectionStrings:" + name))
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

        var named = Repository.Find(Repository.Read("README.md"), @"^\| `([A-Z][A-Za-z:]+)` \|").Order(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(read, named, StringComparer.OrdinalIgnoreCase);
    }
}

using System.Reflection;
using System.Text.RegularExpressions;

namespace Dashboard.Tests;

/// <summary>Holds the picture of the house: who may know whom. Read from the compiled files, so an alias or a full name hides nothing.</summary>
public sealed class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    /// <summary>A folder may use those of earlier lines and itself.</summary>
    private static readonly string[][] Storeys =
    [
        ["Data", "Csv"],
        ["Predictions"],
        ["Imports", "Runs", "Selections", "Targets", "Access", "Explore", "Privacy"],
        ["Models", "Batches"],
        ["Jobs", "Reports"],
        ["Demo"],
        ["Pages", "Api"],
    ];

    [Fact]
    public void Folders_use_only_what_stands_below_them()
    {
        var uses = Uses();

        Assert.Contains(("Runs", "Data"), uses);
        Assert.Empty(uses.Where(use => !MayUse(use.From, use.To)).Select(use => $"{use.From} uses {use.To}").Distinct());
    }

    [Theory]
    [InlineData("Segmentation")]
    [InlineData("Charts")]
    [InlineData("SQLitePCLRaw.core")]
    public void The_projects_below_know_nothing_of_ours(string assembly) =>
        Assert.DoesNotContain(Assembly.Load(assembly).GetReferencedAssemblies(), name => !name.Name!.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Only_the_folder_Data_knows_that_the_database_is_SQLite()
    {
        var word = new Regex(@"Microsoft\.Data\.Sqlite|UseSqlite|SQLitePCL|SqliteConnection");
        var tellers = Directory.EnumerateFiles(Path.Combine(Root, "src", "Dashboard"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/") && !file.EndsWith(".csproj", StringComparison.Ordinal) && word.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Path.Combine(Root, "src", "Dashboard"), file));

        Assert.DoesNotContain(tellers, file => !file.StartsWith("Data", StringComparison.Ordinal));
    }

    /// <summary>The banned symbols of the build do not reach into pages.</summary>
    [Fact]
    public void No_page_writes_text_that_is_not_encoded_and_no_statement_is_put_together_from_text()
    {
        var unsafeCalls = new Regex(@"Html\.Raw\(|FromSqlRaw|SqlQueryRaw|ExecuteSqlRaw(Async)?\(\s*\$");
        var files = Directory.EnumerateFiles(Path.Combine(Root, "src", "Dashboard"), "*.cs*", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/") && !file.Contains("/bin/")).ToList();

        Assert.Contains(files, file => file.EndsWith(".cshtml", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => unsafeCalls.IsMatch(File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("src/Dashboard/Program.cs", 60)]
    [InlineData("README.md", 120)]
    public void The_front_doors_stay_short(string file, int most)
    {
        var path = Path.Combine(Root, file);

        Assert.True(!File.Exists(path) || File.ReadLines(path).Count() <= most, $"{file} has more than {most} lines");
    }

    [Fact]
    public void Names_that_say_nothing_are_not_used()
    {
        var vague = new Regex("(Helper|Manager|Util|Utils|Common|Core|Service)s?$");

        Assert.DoesNotContain(typeof(Program).Assembly.GetTypes(), type => type.Namespace?.StartsWith("Dashboard", StringComparison.Ordinal) == true && vague.IsMatch(type.Name));
    }

    /// <summary>Those of one storey stand beside each other and may know each other.</summary>
    private static bool MayUse(string from, string to) => StoreyOf(to) <= StoreyOf(from);

    private static int StoreyOf(string folder) => Array.FindIndex(Storeys, storey => storey.Contains(folder)) is var i and >= 0 ? i : throw new InvalidOperationException($"The folder {folder} has no place in the picture.");

    private static HashSet<(string From, string To)> Uses()
    {
        var uses = new HashSet<(string, string)>();
        foreach (var type in typeof(Program).Assembly.GetTypes())
        {
            foreach (var used in Members.UsedBy(type))
            {
                if (FolderOf(type) is { } from && FolderOf(used) is { } to)
                {
                    uses.Add((from, to));
                }
            }
        }
        return uses;
    }

    /// <summary>Null for what is not ours and for Program, which knows all.</summary>
    private static string? FolderOf(Type type) =>
        type.Assembly.GetName().Name == "Dashboard" && type.Namespace?.Split('.') is ["Dashboard", var folder, ..] ? folder : null;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Dashboard.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }
        return folder;
    }
}

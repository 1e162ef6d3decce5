namespace Dashboard.Tests.Documents;

public sealed class MapTests
{
    [Fact]
    public void The_map_of_the_code_names_each_folder_of_the_application_and_no_other()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src/Dashboard")).Select(path => Path.GetFileName(path))
            .Except(["bin", "obj", "Properties"]).Order(StringComparer.Ordinal);

        Assert.Equal(folders, Repository.Find(Repository.Read("src/README.md"), @"^\| `Dashboard/([A-Za-z]+)/` \|"));
    }

    [Theory]
    [InlineData("README.md", "")]
    [InlineData("src/README.md", "src")]
    public void Every_folder_in_a_map_exists(string document, string start)
    {
        var named = Repository.Find(Repository.Read(document), @"^\| `([A-Za-z/]+/)` \|");

        Assert.NotEmpty(named);
        Assert.All(named, folder => Assert.True(Directory.Exists(Repository.PathOf(Path.Combine(start, folder))), folder));
    }

    [Fact]
    public void Every_link_to_a_file_leads_somewhere()
    {
        var links = Repository.Documents.SelectMany(document => Repository.Find(Repository.Read(document), @"\]\((?!https?:)([^)#]+)\)")
            .Select(link => Path.Combine(Path.GetDirectoryName(document)!, link))).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Repository.PathOf(link)), link));
    }

    [Fact]
    public void Every_command_that_is_named_exists_and_can_be_run()
    {
        var commands = Repository.Documents.SelectMany(document => Repository.Find(Repository.Read(document), @"((?:script|\.ci)/[a-z-]+)")).Distinct().ToList();

        Assert.Contains("script/start", commands);
        Assert.All(commands, command => Assert.True(File.Exists(Repository.PathOf(command)), command));
        Assert.All(commands, command => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.PathOf(command)).HasFlag(UnixFileMode.UserExecute), command));
    }
}

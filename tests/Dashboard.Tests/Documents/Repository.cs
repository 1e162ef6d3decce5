using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Documents;

/// <summary>The files as they lie in the repository these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string PathOf(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathOf(file));

    public static IEnumerable<string> Documents =>
        new[] { "README.md", "src/README.md", "data/README.md", "docs/model-file.md", "docs/asvs.md", "SECURITY.md" }.Concat(Decisions);

    public static IEnumerable<string> Decisions =>
        Directory.GetFiles(PathOf("src/decisions"), "*.md").Order().Select(file => Path.GetRelativePath(Root, file));

    /// <summary>Source files of the application, without what the build puts there.</summary>
    public static IEnumerable<string> Code => Directory.EnumerateFiles(PathOf("src/Dashboard"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Regex.IsMatch(Path.GetRelativePath(Root, file), @"[/\\](bin|obj)[/\\]"));

    /// <summary>The first group of each match, each text once.</summary>
    public static IReadOnlyList<string> Find(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

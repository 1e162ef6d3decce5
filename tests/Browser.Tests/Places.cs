using System.Reflection;

namespace Browser.Tests;

/// <summary>What the build wrote down: where the site's program and the repository are.</summary>
internal static class Places
{
    public static string Site => Known("Site");
    public static string Repository => Known("Repository");

    private static string Known(string name) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;
}

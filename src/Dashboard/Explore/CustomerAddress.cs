namespace Dashboard.Explore;

/// <summary>A key as a part of an address and back.</summary>
public static class CustomerAddress
{
    private const string Root = "/customers";

    /// <summary>Keys may hold slashes. One that a browser would tidy away, as in "a/../b", goes behind the question mark.</summary>
    public static string Of(string key)
    {
        var parts = key.Split('/');
        return parts.Any(p => p is "" or "." or "..") || key.Contains('\\')
            ? $"{Root}?key={Uri.EscapeDataString(key)}"
            : $"{Root}/{string.Join('/', parts.Select(Uri.EscapeDataString))}";
    }

    /// <summary>The keys that a path may mean: servers leave an encoded slash as it is.</summary>
    public static IEnumerable<string> Keys(string path)
    {
        yield return path;
        if (path.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            yield return path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        }
    }
}

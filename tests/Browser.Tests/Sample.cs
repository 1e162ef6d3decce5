namespace Browser.Tests;

/// <summary>Customers to import, and what is known to come out. Without the real data the sample that ships with the site, of which less is known.</summary>
internal sealed record Sample(string Path, string Name, int Customers, string Income, string Spending, IReadOnlyList<(string Name, int Size)> Segments)
{
    public static Sample Found => Mall is { } mall && File.Exists(mall.Path) ? mall : Own;

    public bool IsMall => Segments.Count > 0;

    private static Sample? Mall => Environment.GetEnvironmentVariable("DASHBOARD_TEST_DATA") is { Length: > 0 } folder
        ? new(System.IO.Path.Combine(folder, "mall", "Mall_Customers.csv"), "Mall Customers", 200, "Annual Income (k$)", "Spending Score (1-100)", MallSegments)
        : null;

    private static Sample Own => new(System.IO.Path.Combine(Places.Repository, "data", "sample-customers.csv"), "sample-customers", 400, "Annual income (k€)", "Spending score (1-100)", []);

    private static (string, int)[] MallSegments =>
    [
        ("Average income, average spending", 81),
        ("High income, high spending", 39),
        ("High income, low spending", 35),
        ("Low income, low spending", 23),
        ("Low income, high spending", 22),
    ];
}

namespace Dashboard.Api;

/// <summary>A page of a list; next is the "after" of the page that follows, null on the last.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, long? Next);

internal static class Paging
{
    public const int Usual = 100;
    public const int Most = 1000;

    public static int Clamp(int? take) => Math.Clamp(take ?? Usual, 1, Most);

    /// <summary>From one item more than was asked for.</summary>
    public static Listing<T> Of<T>(List<T> items, int take, Func<T, long> id) =>
        items.Count > take ? new(items[..take], id(items[take - 1])) : new(items, null);
}

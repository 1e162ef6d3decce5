using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>Fewer people than these could be recognised, so whatever is shown or taken away does not say how many of them are of a kind.</summary>
public static class SmallCells
{
    public const int Few = 5;

    public static bool Hides(int people) => people is > 0 and < Few;

    public static string Count(int people) => Hides(people) ? $"fewer than {Few}" : people.ToString("N0");

    public static string Share(double share, int people) => Hides(people) ? "" : Figure.Share(share);

    public static bool AnyIn(CategoryProfile category) => category.Shares.Any(s => Hides(s.Count));
}

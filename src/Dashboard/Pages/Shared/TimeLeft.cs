namespace Dashboard.Pages.Shared;

/// <summary>How long work under way will still take, from how long it took so far. Nothing is said before there is something to go by.</summary>
public static class TimeLeft
{
    private const double Least = 0.05;

    public static string Of(DateTime? startedAt, double progress, DateTime now)
    {
        if (startedAt is null || progress is < Least or >= 1 || (now - startedAt.Value).TotalSeconds < 2)
        {
            return "";
        }
        var seconds = (now - startedAt.Value).TotalSeconds * (1 - progress) / progress;
        return seconds < 5 ? "a few seconds left" : seconds < 90 ? $"about {Math.Round(seconds / 5) * 5:0} seconds left" : $"about {Math.Ceiling(seconds / 60):0} minutes left";
    }
}

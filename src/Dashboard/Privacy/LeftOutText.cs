using Dashboard.Data;

namespace Dashboard.Privacy;

/// <summary>Who is left out and why, in words.</summary>
public static class LeftOutText
{
    /// <summary>Null when nobody is.</summary>
    public static string? Of(IReadOnlyDictionary<LeftOut, int> counts)
    {
        int Count(LeftOut why) => counts.Where(c => c.Key.HasFlag(why)).Sum(c => c.Value);
        var (all, opted, listed) = (counts.Values.Sum(), Count(LeftOut.OptedOut), Count(LeftOut.Listed));
        string[] reasons = [.. new[] { opted > 0 ? $"{opted:N0} opted out or did not agree" : "", listed > 0 ? $"{listed:N0} {(listed == 1 ? "is" : "are")} on the suppression list" : "" }.Where(r => r.Length > 0)];
        return all == 0 ? null : $"{all:N0} {(all == 1 ? "customer is" : "customers are")} left out: {string.Join(", ", reasons)}.";
    }

    public static string Of(LeftOut why) => why switch
    {
        LeftOut.OptedOut => "opted out, or did not agree",
        LeftOut.Listed => "on the suppression list",
        _ => "opted out, and on the suppression list",
    };
}

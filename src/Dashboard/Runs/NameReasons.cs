using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>Why a segment is called as it is, and whether a name that people gave still fits.</summary>
public static class NameReasons
{
    private const int Shown = 5;
    private const double LargeEffect = 0.8;

    /// <summary>"Annual income: 26.3 k$ against 65 of the others (large)", the strongest first.</summary>
    public static IReadOnlyList<string> Of(SegmentProfile profile) => Told(Marker.Of(profile), profile);

    /// <summary>Those alone of which the suggested name is made: features that formed the segments.</summary>
    public static IReadOnlyList<string> OfName(SegmentProfile profile) =>
        Told(Marker.Of(profile).Where(m => m.Value is null && profile.Features.Any(f => f.Clustered && f.Name == m.Name)), profile);

    /// <summary>What set the earlier segment apart when it was named and no longer sets this one apart; empty when all of it does.</summary>
    public static string Lost(SegmentProfile before, SegmentProfile now)
    {
        var lost = Marker.Lost(Marker.Of(before), Marker.Of(now)).Take(Shown);
        return string.Join("\n", lost.Select(m => $"{About(m)}: it was {Compared(m, before)}{(Now(m, now) is { } today ? $", now it is {Compared(today, now)}" : "")}"));
    }

    private static string[] Told(IEnumerable<Marker> markers, SegmentProfile profile) =>
        [.. markers.Take(Shown).Select(m => $"{About(m)}: {Compared(m, profile)} ({(Math.Abs(m.Effect) >= LargeEffect ? "large" : "medium")})")];

    private static string About(Marker marker) => marker.Value is null ? marker.Label : $"{marker.Label} {marker.Value}";

    private static string Compared(Marker marker, SegmentProfile profile) => marker.Value is null
        ? $"{Figure.WithUnit(marker.Segment, profile.Features.First(f => f.Name == marker.Name).Unit)} against {Figure.Text(marker.Others)} of the others"
        : $"{Figure.Share(marker.Segment)} against {Figure.Share(marker.Others)} of the others";

    private static Marker? Now(Marker then, SegmentProfile profile)
    {
        if (then.Value is null)
        {
            return profile.Features.FirstOrDefault(f => f.Name == then.Name && f.Count > 0) is { } f ? then with { Segment = f.Mean, Others = f.OthersMean } : null;
        }
        var share = profile.Categories.FirstOrDefault(c => c.Name == then.Name)?.Shares.FirstOrDefault(s => s.Value == then.Value);
        return share is null ? null : then with { Segment = share.Share, Others = share.OthersShare };
    }
}

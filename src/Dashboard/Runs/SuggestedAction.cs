using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>A first idea of what to do with a segment, from what sets it apart; people write a better one over it.</summary>
public static class SuggestedAction
{
    private static readonly string[] Income = ["income", "salary", "earning"];
    private static readonly string[] Spending = ["spend", "monetary", "revenue", "purchase", "basket", "sales", "value"];
    private static readonly string[] Visits = ["visit", "frequency", "orders", "sessions"];
    private static readonly string[] Recency = ["recency", "days since", "last order", "last visit"];

    /// <summary>The first line whose conditions all hold is taken: usual profiles, the most particular first.</summary>
    private static readonly (Func<Leaning, bool> Fits, string Action)[] Library =
    [
        (s => s[Recency] > 0, "Win them back: a personal message with one good reason to return, and no series of reminders."),
        (s => s[Income] > 0 && s[Spending] > 0, "Invite them to a premium loyalty tier and show new collections first. Do not train them to wait for discounts."),
        (s => s[Income] > 0 && s[Spending] < 0, "Win them with service and proof of quality: advice, guarantees, a personal contact. Discounts are not what is missing."),
        (s => s[Income] < 0 && s[Spending] > 0, "Keep them with bundles, points and early access. Offer sensible prices rather than more credit."),
        (s => s[Income] < 0 && s[Spending] < 0, "Stay in touch at low cost: essentials, seasonal offers, e-mail rather than print."),
        (s => s[Visits] > 0 && s[Spending] < 0, "They come often and buy little: raise the basket with add-ons and thresholds, such as free delivery above a sum."),
        (s => s[Visits] < 0 && s[Spending] > 0, "They come seldom and buy much: remind them at the right moment and make the next visit easy."),
        (s => s[Spending] > 0, "Thank them and keep them: recognition, early access, a reward that they notice."),
        (s => s[Spending] < 0, "Find the first reason to buy more: a small starter offer, tested against a control group."),
        (s => s[Visits] > 0, "Turn their visits into a habit that pays: points, a club, news worth coming for."),
        (s => s[Visits] < 0, "Give them one good reason for the next visit, with a date on it."),
        (s => s[Income] > 0, "Show them the upper end of the range, with advice instead of a discount."),
        (s => s[Income] < 0, "Lead with value for money and small pack sizes."),
    ];

    public static string For(SegmentProfile profile)
    {
        if (profile.Index < 0)
        {
            return "Leave them out of segment campaigns: they resemble no group. Look at them one by one.";
        }
        var leaning = new Leaning(profile);
        foreach (var (fits, action) in Library)
        {
            if (fits(leaning))
            {
                return action;
            }
        }
        var strongest = profile.Features.Where(f => f.IsMarker).MaxBy(f => Math.Abs(f.Effect));
        return strongest is null
            ? "Keep them warm with the general programme, and test what moves them: seasonal bundles against points."
            : $"Write to what sets them apart, {(strongest.Deviation > 0 ? "a high" : "a low")} {strongest.Label.ToLowerInvariant()}, and test it against a control group.";
    }

    /// <summary>+1, 0 or -1: whether the segment is marked as above or below the others in a feature with such a name.</summary>
    private sealed class Leaning(SegmentProfile profile)
    {
        public int this[string[] words] => profile.Features
            .Where(f => f.IsMarker && words.Any(w => f.Name.Contains(w, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(f => Math.Abs(f.Effect)).Select(f => Math.Sign(f.Deviation)).FirstOrDefault();
    }
}

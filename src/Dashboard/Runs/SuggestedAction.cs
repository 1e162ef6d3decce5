using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>A first idea of what to do with a segment, in parts, from what sets it apart; people write a better one over it.</summary>
public static class SuggestedAction
{
    private static readonly string[] Income = ["income", "salary", "earning"];
    private static readonly string[] Spending = ["spend", "spent", "monetary", "revenue", "purchase", "basket", "sales", "value", "charges", "umsatz"];
    private static readonly string[] Visits = ["visit", "frequency", "orders", "sessions"];
    private static readonly string[] Recency = ["recency", "days since", "last order", "last visit"];
    private static readonly string[] Tenure = ["tenure", "member since", "months on book", "customer for"];
    private static readonly string[] Discounts = ["discount", "deal", "coupon", "promo", "voucher"];

    /// <summary>The first line whose conditions all hold is taken: usual profiles, the most particular first.</summary>
    private static readonly (Func<Leaning, bool> Fits, string Action)[] Library =
    [
        (s => s[Recency] > 0 && (s[Spending] > 0 || s[Visits] > 0),
            ActionParts.Text("Win them back while they remember: what they bought most, first choice of what is new.", "A call or a letter from someone they know, soon.",
                "Concerned and personal: is something not right?", "Waiting: good customers at risk are worth more than new ones.")),
        (s => s[Recency] > 0,
            ActionParts.Text("One good reason to return, such as a personal credit with a date on it.", "E-mail or a letter; one message, no series of reminders.",
                "Personal: we noticed that you were away.", "Bigger and bigger discounts for staying away.")),
        (s => s[Tenure] < 0 && s[Spending] <= 0,
            ActionParts.Text("A welcome in a few steps: what else there is, and a reason for the second order.", "E-mail and app in the first weeks.",
                "Welcoming and helpful.", "Treating them as regulars, or asking for reviews too soon.")),
        (s => s[Discounts] > 0,
            ActionParts.Text("Offers they can plan with: bundles, larger packs, points instead of ever lower prices.", "E-mail and leaflets with the price in view.",
                "Plain: this is what you save.", "Discounts on what they would buy at full price.")),
        (s => s[Income] > 0 && s[Spending] > 0,
            ActionParts.Text("Invite them to a premium loyalty tier; show new collections first.", "A personal contact, app or e-mail, and events.",
                "Recognition: you were chosen, and here is why.", "Training them to wait for discounts.")),
        (s => s[Income] > 0 && s[Spending] < 0,
            ActionParts.Text("Service and proof of quality: advice, guarantees, a trial.", "A personal contact, reviews, expert content.",
                "Informed and calm; facts before emotion.", "Discounts: money is not what is missing.")),
        (s => s[Income] < 0 && s[Spending] > 0,
            ActionParts.Text("Bundles, points and early access at sensible prices.", "App, social media and e-mail.",
                "Lively and appreciative.", "Offering more credit.")),
        (s => s[Income] < 0 && s[Spending] < 0,
            ActionParts.Text("Essentials and seasonal offers that save money.", "E-mail rather than print; cost per contact decides.",
                "Plain and practical.", "Costly contacts and premium lines.")),
        (s => s[Visits] > 0 && s[Spending] < 0,
            ActionParts.Text("Raise the basket: add-ons, and thresholds such as free delivery above a sum.", "Where they are already: at the till, in the basket, in the app.",
                "Helpful: this goes with it.", "Paying for visits that they make anyway.")),
        (s => s[Visits] < 0 && s[Spending] > 0,
            ActionParts.Text("Make the next visit easy: their last order again, appointments, delivery.", "E-mail or a call at the right moment, seldom.",
                "Considerate: their time is short.", "A flood of small offers.")),
        (s => s[Spending] > 0,
            ActionParts.Text("Thank them: recognition, early access, a reward that they notice.", "E-mail and app, personally signed.",
                "Grateful.", "Rewards that only new customers get.")),
        (s => s[Spending] < 0,
            ActionParts.Text("A small starter offer that gives the first reason to buy more.", "E-mail, tested against a control group.",
                "Encouraging, without pressure.", "Discounts on what they buy anyway.")),
        (s => s[Visits] > 0,
            ActionParts.Text("Turn their visits into a habit that pays: points, a club, news worth coming for.", "App and the place itself.",
                "Familiar: good to see you again.", "Taking regulars for granted.")),
        (s => s[Visits] < 0,
            ActionParts.Text("One good reason for the next visit, with a date on it.", "E-mail or a letter.",
                "Inviting and short.", "Frequent messages that teach them to look away.")),
        (s => s[Income] > 0,
            ActionParts.Text("The upper end of the range, with advice.", "Personal contact and e-mail.",
                "Competent.", "Leading with a discount.")),
        (s => s[Income] < 0,
            ActionParts.Text("Value for money and small pack sizes.", "E-mail and leaflets.",
                "Plain and respectful.", "Making them feel poor.")),
    ];

    public static string For(SegmentProfile profile)
    {
        if (profile.Index < 0)
        {
            return ActionParts.Text("None for the group: they resemble none. Look at them one by one.", "The general programme.", "As to everyone.", "Segment campaigns.");
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
            ? ActionParts.Text("The general programme; test what moves them, seasonal bundles against points.", "E-mail first.", "Friendly and broad.", "Special effort before a test shows what works.")
            : ActionParts.Text($"Build it on what sets them apart: {SegmentName.Words(strongest)}.",
                "The one that they answer best today.", "Let them feel that you know what is different.", "Rolling it out before a test against a control group.");
    }

    /// <summary>+1, 0 or -1: whether the segment is marked as above or below the others in a feature with such a name.</summary>
    private sealed class Leaning(SegmentProfile profile)
    {
        public int this[string[] words] => profile.Features
            .Where(f => f.IsMarker && words.Any(w => f.Name.Replace('_', ' ').Contains(w, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(f => Math.Abs(f.Effect)).Select(f => Math.Sign(f.Deviation)).FirstOrDefault();
    }
}

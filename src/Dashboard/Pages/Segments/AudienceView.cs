using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Pages.Segments;

/// <summary>An audience as somebody dialled it: what is counted and listed here is what the file holds.</summary>
public sealed record AudienceView(
    Segment Segment, Audience Audience, AudienceWish Wish, IReadOnlyList<Column> Stored, IReadOnlyList<(CustomerRow Customer, int Segment, AudienceTier? Tier)> First)
{
    private const int Shown = 5;

    public static AudienceView Of(Segment segment, Audience audience, AudienceWish wish, CustomerReader reader)
    {
        var tier = audience.WhyNot is null ? wish.Tier ?? AudienceTier.Full : AudienceTier.Full;
        wish = wish with { Tier = tier, Near = Math.Min(wish.Near ?? audience.UsualNear, audience.MostNear) };
        return new(segment, audience, wish, reader.Stored, [.. audience.Listed(reader, wish, Shown)]);
    }

    public AudienceTier Tier => Wish.Tier!.Value;

    public int Count => Audience.Count(Tier, Wish.Near);

    public IEnumerable<AudienceTier> Tiers => TiersOf(Audience);

    public bool HasAll => Wish.Columns.Count == Stored.Count;

    public string Download(CsvFlavour flavour) => $"/segments/{Segment.Id}/audience.csv{Wish.ToQuery(Stored, flavour)}";

    public static AudienceTier[] TiersOf(Audience audience) => audience.WhyNot is null ? Enum.GetValues<AudienceTier>() : [AudienceTier.Full];

    public static string Title(AudienceTier tier) => tier switch
    {
        AudienceTier.Core => "Core",
        AudienceTier.Full => "The whole segment",
        _ => "With near misses",
    };

    public static string Help(AudienceTier tier) => tier switch
    {
        AudienceTier.Core => "The half that belongs most clearly.",
        AudienceTier.Full => "Everyone in it.",
        _ => "And those of other segments who come nearest.",
    };
}

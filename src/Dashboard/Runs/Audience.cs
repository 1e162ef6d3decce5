using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>How far a list reaches: the half that belongs most clearly, the whole segment, or further customers who nearly belong.</summary>
public enum AudienceTier { Core, Full, Near }

/// <summary>
/// The customers of a segment, the clearest first, then those of other segments who come nearest to it, each with the segment that they are in. The
/// first Core are its core, the first Size the whole segment. Where nothing tells how clearly a customer belongs, WhyNot says so and there is only the segment.
/// </summary>
public sealed record Audience(long[] Rows, int[] Segments, int Core, int Size, IReadOnlyList<(Column Column, bool[] Given)> Channels, string? WhyNot)
{
    private const int ReadAtOnce = 500;

    /// <summary>How many customers of other segments there are to choose from.</summary>
    public int MostNear => Rows.Length - Size;

    /// <summary>A quarter of the segment, when nobody says how many.</summary>
    public int UsualNear => Math.Min(MostNear, Math.Max(1, Size / 4));

    public int Count(AudienceTier tier, int? near = null) => tier switch
    {
        AudienceTier.Core => Core,
        AudienceTier.Full => Size,
        _ => Size + Math.Min(near ?? UsualNear, MostNear),
    };

    public AudienceTier TierOf(int place) => place < Core ? AudienceTier.Core : place < Size ? AudienceTier.Full : AudienceTier.Near;

    /// <summary>The customers of a list, the clearest first, or so many of them.</summary>
    public IEnumerable<(CustomerRow Customer, int Segment, AudienceTier? Tier)> Listed(CustomerReader reader, AudienceWish wish, int most = int.MaxValue)
    {
        var places = Enumerable.Range(0, Math.Min(most, Count(wish.Tier ?? AudienceTier.Full, wish.Near)));
        return places.Chunk(ReadAtOnce).SelectMany(chunk => chunk.Zip(reader.At([.. chunk.Select(i => (int)Rows[i])]))
            .Select(c => (c.Second, Segments[c.First], (AudienceTier?)TierOf(c.First))));
    }

    /// <summary>How many of the first so many can be reached.</summary>
    public static int Reachable(bool[] given, int first) => given.AsSpan(0, first).Count(true);
}

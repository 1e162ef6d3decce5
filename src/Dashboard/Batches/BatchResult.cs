using System.Text.Json;
using Dashboard.Predictions;

namespace Dashboard.Batches;

/// <summary>What became of the rows of a file: Read is the sum of those with a segment, without one, and not placed.</summary>
public sealed record BatchResult(int Read, int WithoutSegment, int NotPlaced, IReadOnlyList<SegmentCount> Segments, IReadOnlyList<RowNotPlaced> Problems)
{
    public int Placed => Segments.Sum(s => s.All);

    public int Of(Certainty certainty) => Segments.Sum(s => s.Of(certainty));

    public string ToJson() => JsonSerializer.Serialize(this);

    public static BatchResult FromJson(string json) => JsonSerializer.Deserialize<BatchResult>(json)!;
}

/// <summary>How many came into a segment, by how sure that is.</summary>
public sealed record SegmentCount(int Index, int Sure, int Unsure, int Unlike)
{
    public int All => Sure + Unsure + Unlike;

    public int Of(Certainty certainty) => certainty switch { Certainty.Sure => Sure, Certainty.Unsure => Unsure, _ => Unlike };
}

public sealed record RowNotPlaced(long Line, string Reason);

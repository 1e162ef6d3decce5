using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Data;
using Segmentation.Quality;

namespace Dashboard.Selections;

/// <summary>
/// How the numbers of segments compare, and how dense groups would come out. Sampled is how many of the customers used were
/// clustered, StabilityRows from how many of those the draws were made. Advised is the number with the most votes.
/// </summary>
public sealed record SelectionFindings(
    int RowsUsed, int RowsLeftOut, int Sampled, int StabilityRows, IReadOnlyList<NumberScore> Scores, IReadOnlyList<SplitStage> Splits,
    Votes Votes, int Advised, StructureKind Structure, Hopkins? Hopkins, Density? Density)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Null until the work is done.</summary>
    public static SelectionFindings? Of(Selection selection) =>
        selection.Findings is null ? null : JsonSerializer.Deserialize<SelectionFindings>(selection.Findings, Format);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    [JsonIgnore]
    public NumberScore Best => Scores.Single(score => score.K == Advised);
}

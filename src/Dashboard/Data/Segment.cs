namespace Dashboard.Data;

public sealed class Segment
{
    public const int NoiseIndex = -1;

    public int Id { get; set; }
    public int RunId { get; set; }
    public Run Run { get; set; } = null!;

    /// <summary>From 0, largest first; -1 for the customers without segment.</summary>
    public int Index { get; set; }

    /// <summary>Colour and shape, the same for matched segments over runs.</summary>
    public int Slot { get; set; }
    public required string Name { get; set; }
    public required string SuggestedName { get; set; }
    public string Description { get; set; } = "";
    public string Action { get; set; } = "";
    public string SuggestedAction { get; set; } = "";
    public int Size { get; set; }
    public double Share { get; set; }

    /// <summary>The Segmentation.Profiles.SegmentProfile, as JSON.</summary>
    public required string Profile { get; set; }

    /// <summary>The segment of the run before, on the same data set, that holds mostly the same customers.</summary>
    public int? EarlierId { get; set; }

    /// <summary>What a name given by people no longer fits, since it was taken over from an earlier run; empty when it fits.</summary>
    public string NameDoubt { get; set; } = "";
    public string? EditedBy { get; set; }
    public DateTime? EditedAt { get; set; }

    public bool IsNoise => Index == NoiseIndex;
}

/// <summary>Which segment a customer's row fell in. Written in bulk, read by pages and exports.</summary>
public sealed class Assignment
{
    public int RunId { get; set; }
    public long CustomerRow { get; set; }
    public int SegmentIndex { get; set; }

    /// <summary>To the segment's centre, in the units clustered; null without segment.</summary>
    public double? Distance { get; set; }
}

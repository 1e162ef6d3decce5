namespace Charts;

/// <summary>A bin of a histogram, From inclusive to To exclusive, and how many of the group and of all fall into it.</summary>
public sealed record Bin(double From, double To, long Group, long All)
{
    /// <summary>The lower edge.</summary>
    public double From { get; } = Finite.Require(From, nameof(From));

    /// <summary>The upper edge, above the lower one.</summary>
    public double To { get; } = Finite.Require(To, nameof(To)) > From ? To
        : throw new ArgumentException("A bin ends above where it starts.", nameof(To));
}

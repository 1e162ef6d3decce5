namespace Charts;

/// <summary>One axis: its title, the values it shows, the ticks and how they are printed.</summary>
internal sealed record Axis(string Title, Domain Domain)
{
    /// <summary>The ticks for about that many, rising.</summary>
    internal Func<int, double[]> Ticks { get; init; } = count => Charts.Ticks.Between(Domain.From, Domain.To, count);

    internal Func<IReadOnlyList<double>, IReadOnlyList<string>> Texts { get; init; } = TickText.Of;
}

namespace Charts;

/// <summary>One way to divide everybody: its name and its groups.</summary>
public sealed record AlluvialStage(string Name, IReadOnlyList<AlluvialGroup> Groups)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);
}

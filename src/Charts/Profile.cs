namespace Charts;

/// <summary>What the drawings of a profile share.</summary>
internal static class Profile
{
    internal static IReadOnlyList<ProfileLine> Checked(IReadOnlyList<ProfileAxis> axes, IReadOnlyList<ProfileLine> lines) =>
        lines.All(line => line.Deviations.Count == axes.Count) ? lines
            : throw new ArgumentException("Every line needs a number per axis.", nameof(lines));

    internal static LegendItem[] Legend(IReadOnlyList<ProfileLine> lines) => [.. lines.Select(line => LegendItem.Of(line.Slot, line.Name))];

    internal static ChartTable Table(IReadOnlyList<ProfileAxis> axes, IReadOnlyList<ProfileLine> lines) => new(
        ["No.", "Group", .. axes.Select(axis => axis.Name)],
        [.. lines.Select(line => (IReadOnlyList<string>)[Slot.Number(line.Slot), line.Name, .. line.Deviations.Zip(axes, Text)])]);

    internal static string Says(ProfileLine line, IReadOnlyList<ProfileAxis> axes, int index) => $"{line.Name} · {axes[index].Name} {Text(line.Deviations[index], axes[index])}";

    private static string Text(double deviation, ProfileAxis axis) => $"{axis.At(deviation)} ({NumberText.WithSign(deviation)}σ)";
}

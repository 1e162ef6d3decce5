namespace Charts;

/// <summary>One number of a pair plot: what its axes show, and how many of each group lie in each bin of its histogram.</summary>
internal sealed record PairColumn(string Name, Domain Domain, IReadOnlyList<Bin> Bins, int[,] Counts, double[] Means)
{
    internal static PairColumn Of(string name, double[] values, int[] groupOf, int groups, (double From, double To)? window)
    {
        var (from, to) = window ?? (double.MinValue, double.MaxValue);
        var known = Array.FindAll(values, value => value >= from && value <= to);
        var bins = Charts.Bins.Of([], known, 10);
        var (counts, means, sizes) = (new int[bins.Count, groups], new double[groups], new int[groups]);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]) || bins.Count == 0) continue;
            counts[IndexOf(bins, values[i]), groupOf[i]]++;
            // A running mean: the sum of a million values near the largest double is none.
            means[groupOf[i]] += values[i] / ++sizes[groupOf[i]] - means[groupOf[i]] / sizes[groupOf[i]];
        }
        return new(PlainText.Clean(name), bins.Count == 0 ? new(0, 1) : Domain.Of([bins[0].From, bins[^1].To]), bins, counts, [.. means.Select((mean, g) => sizes[g] == 0 ? double.NaN : mean)]);
    }

    internal void Draw(List<Shape> shapes, IReadOnlyList<Group> groups, Box area)
    {
        var scale = new LinearScale(Domain.From, Domain.To, area.X, area.Right);
        var most = Bins.Count == 0 ? 1 : Enumerable.Range(0, Bins.Count).Max(bin => Enumerable.Range(0, groups.Count).Sum(g => (long)Counts[bin, g]));
        for (var bin = 0; bin < Bins.Count; bin++)
        {
            var (left, right, top) = (scale[Bins[bin].From], scale[Bins[bin].To], area.Bottom);
            for (var g = 0; g < groups.Count; g++)
            {
                var high = (area.Height - 2) * Counts[bin, g] / most;
                top -= high;
                // A line of paper between them tells them apart without colours.
                var seam = top + high < area.Bottom && high > 2 ? 1 : 0;
                if (high > 0) shapes.Add(new Bar(left + 0.5, top, Math.Max(0.5, right - left - 1), high - seam, Slot.Ink(groups[g].Slot)) { Says = Says(groups[g].Name, bin, g) });
            }
        }
    }

    private string Says(string group, int bin, int g) => $"{(group.Length > 0 ? group + " · " : "")}{Name} {BinText.Of(Bins[bin])} · {NumberText.Of((long)Counts[bin, g])}";

    private static int IndexOf(IReadOnlyList<Bin> bins, double value)
    {
        var guess = (value / 2 - bins[0].From / 2) / (bins[^1].To / 2 - bins[0].From / 2) * bins.Count;
        var index = Math.Clamp((int)guess, 0, bins.Count - 1);
        return index > 0 && value < bins[index].From ? index - 1 : index < bins.Count - 1 && value >= bins[index].To ? index + 1 : index;
    }
}

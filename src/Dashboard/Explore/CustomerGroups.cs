using Charts;
using Dashboard.Data;
using Segmentation;

namespace Dashboard.Explore;

/// <summary>
/// Customers by the values of a category: one group for each of the most frequent, one for all others and one for those without;
/// without a category they are one group.
/// </summary>
internal sealed class CustomerGroups(ColumnQuality? by)
{
    private const int Most = 8;

    /// <summary>The values that have a group of their own. Where not all fit, the last place is for the others.</summary>
    public List<string> Texts { get; } = by is null ? [] : [.. by.Top.Take(by.Column.Distinct <= Most ? Most : Most - 1).Select(t => t.Text)];

    private string Others => $"other ({by!.Column.Distinct - Texts.Count:N0} more)";

    private string ByLabel => by is null ? "" : $" by {by.Column.Label}";

    /// <summary>The group of each customer, from the place of their text among those that there are.</summary>
    public int[] Of(int[] places, IReadOnlyList<string> texts)
    {
        var groups = texts.Select(text => Texts.IndexOf(text) is >= 0 and var group ? group : Texts.Count).ToArray();
        return Array.ConvertAll(places, place => place < 0 ? Texts.Count + 1 : groups[place]);
    }

    /// <summary>The numbers against each other.</summary>
    public PairPlot Pairs(List<ColumnQuality> columns, double[][] values, int[] groupOf)
    {
        var colours = by is null ? "" : $" Colour and shape tell the {by.Column.Label}.";
        return PairPlot.Of("Numbers in pairs", $"Each mark is a customer, placed by two numbers at a time; on the diagonal, how each number spreads.{colours}",
            Named(groupOf), [.. columns.Select(c => c.Column.Name)], values, groupOf, [.. columns.Select(c => c.Spread?.Window)]);
    }

    /// <summary>How one number spreads in each group that somebody is in.</summary>
    public BoxPlots Boxes(ColumnQuality of, double[] values, int[] groupOf)
    {
        var names = by is null ? ["all customers"] : Texts.Append(Others).Append("no value").ToList();
        var parts = Parts(values, groupOf, names.Count);
        var boxes = new BoxPlot?[names.Count];
        Parallel.For(0, boxes.Length, i => boxes[i] = Box(names[i], SlotOf(i), parts[i]));
        return new BoxPlots(of.Column.Label + ByLabel,
            $"How {of.Column.Label} spreads{ByLabel}: a box holds the middle half, the line in it is the median, whiskers reach the values within one and a half boxes, marks are values beyond.",
            of.Column.Name, by?.Column.Name ?? "Group", [.. boxes.OfType<BoxPlot>()])
        { Window = of.Spread?.Window };
    }

    /// <summary>Groups without anybody get no name, so that the legend leaves them out.</summary>
    private List<Group> Named(int[] groupOf) => by is null ? [new("", 0)] :
    [
        .. Texts.Select((text, i) => new Group(text, i)),
        new(groupOf.Contains(Texts.Count) ? Others : "", Slot.Rest),
        new(groupOf.Contains(Texts.Count + 1) ? "no value" : "", Slot.Noise),
    ];

    private int SlotOf(int group) => by is null ? Slot.Rest : group < Texts.Count ? group : group == Texts.Count ? Slot.Rest : Slot.Noise;

    private static BoxPlot? Box(string name, int slot, double[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? null
            : BoxPlot.Of(name, slot, values, Quantile.OfSorted(values, 0.25), Quantile.OfSorted(values, 0.5), Quantile.OfSorted(values, 0.75));
    }

    /// <summary>The known values of each group.</summary>
    private static double[][] Parts(double[] values, int[] groupOf, int groups)
    {
        var sizes = new int[groups];
        for (var i = 0; i < values.Length; i++)
        {
            sizes[groupOf[i]] += double.IsNaN(values[i]) ? 0 : 1;
        }
        var parts = sizes.Select(size => new double[size]).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                parts[groupOf[i]][--sizes[groupOf[i]]] = values[i];
            }
        }
        return parts;
    }
}

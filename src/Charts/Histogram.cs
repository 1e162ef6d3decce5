namespace Charts;

/// <summary>
/// A group beside everybody: the share of each in every bin, everybody as the pale background. Without a group
/// (GroupName empty) the counts of all. Bins rise and do not overlap (<see cref="Charts.Bins.Of"/> makes them). Mean and Median,
/// of all values, are lines across the columns where given, and so is Spotlight, one value to be found at a glance.
/// </summary>
public sealed record Histogram(
    string Title, string Description, string XTitle, IReadOnlyList<Bin> Bins, string GroupName = "", int Slot = 0, string AllName = "Everyone")
    : Chart(Title, Description)
{
    /// <summary>The mean of all values.</summary>
    public double? Mean { get; init => field = value is double mean ? Finite.Require(mean, nameof(Mean)) : null; }

    /// <summary>The value that half of all values lie below.</summary>
    public double? Median { get; init => field = value is double median ? Finite.Require(median, nameof(Median)) : null; }

    /// <summary>One value to be found at a glance, such as the one just asked about, with its name.</summary>
    public (string Name, double At)? Spotlight
    {
        get;
        init => field = value is { } spot ? (PlainText.Clean(spot.Name), Finite.Require(spot.At, nameof(Spotlight))) : null;
    }

    private bool HasGroup => GroupName.Length > 0;

    private double GroupTotal => Math.Max(1, Bins.Sum(bin => bin.Group));

    private double AllTotal => HasGroup ? Math.Max(1, Bins.Sum(bin => bin.All)) : 1;

    /// <inheritdoc/>
    public override Picture Draw(double width, double height)
    {
        (width, height) = (Math.Max(Narrowest, width), Math.Max(Lowest, height));
        if (Bins.Count == 0 || Bins.All(bin => bin.All == 0)) return Empty(width, height, "There are no values to draw.");
        var shapes = new List<Shape>();
        var top = Legend.Draw(shapes, Names(), new(6, 4, width - 12, height * 0.4));
        var frame = Axes.Draw(shapes, new(6, top + 6, width - 12, height - top - 10), Horizontal(), Vertical());
        foreach (var bin in Bins) Backdrop(shapes, bin, frame);
        if (HasGroup) foreach (var bin in Bins) Front(shapes, bin, frame);
        shapes.Add(new Line(frame.Area.X, frame.Area.Bottom, frame.Area.Right, frame.Area.Bottom, Ink.Axis));
        Across(shapes, Median, frame, dashed: false);
        Across(shapes, Mean, frame, dashed: true);
        Across(shapes, Spotlight?.At, frame, dashed: false);
        if (Spotlight is { At: var at } && at >= frame.X.From && at <= frame.X.To) shapes.Add(new Disc(frame.X[at], frame.Area.Y + 7, 6.5, Ink.Text) { Says = Said.Of(Spotlight.Value.Name, (XTitle, at)) });
        return Sheet(width, height, shapes);
    }

    /// <inheritdoc/>
    public override ChartTable Table() => HasGroup
        ? new([PlainText.Clean(XTitle), PlainText.Clean(GroupName), "Share", PlainText.Clean(AllName), "Share"], [.. Bins.Select(bin => (IReadOnlyList<string>)
            [BinText.Of(bin), NumberText.Of(bin.Group), NumberText.Percent(bin.Group / GroupTotal), NumberText.Of(bin.All), NumberText.Percent(bin.All / AllTotal)])])
        : new([PlainText.Clean(XTitle), "Count"], [.. Bins.Select(bin => (IReadOnlyList<string>)[BinText.Of(bin), NumberText.Of(bin.All)])]);

    private List<LegendItem> Names()
    {
        var names = new List<LegendItem>();
        if (HasGroup) names.AddRange([LegendItem.Of(Slot, PlainText.Clean(GroupName)), LegendItem.OfBackdrop(PlainText.Clean(AllName))]);
        if (Median is double median) names.Add(LegendItem.OfLine($"median {NumberText.Of(median)}", dashed: false));
        if (Mean is double mean) names.Add(LegendItem.OfLine($"mean {NumberText.Of(mean)}", dashed: true));
        if (Spotlight is { } spot) names.Add(LegendItem.OfSpotlight(spot.Name));
        return names;
    }

    private Axis Horizontal() => new(PlainText.Clean(XTitle), new(Bins[0].From, Bins[^1].To))
    {
        Ticks = BinText.IsSingle(Bins[0]) ? count => Charts.Ticks.WholeBetween(Bins[0].From, Bins[^1].To, count)
            : count => Charts.Ticks.Between(Bins[0].From, Bins[^1].To, count),
    };

    private Axis Vertical()
    {
        var most = Bins.Max(bin => Math.Max(bin.All / AllTotal, HasGroup ? bin.Group / GroupTotal : 0));
        return HasGroup
            ? new("Share in each bin", new(0, most * 1.05)) { Texts = ticks => [.. TickText.Of([.. ticks.Select(tick => Math.Round(tick * 100, 9))]).Select(text => text + " %")] }
            : new("Count", new(0, most * 1.05)) { Ticks = count => Charts.Ticks.WholeBetween(0, most, count) };
    }

    private void Backdrop(List<Shape> shapes, Bin bin, Frame frame)
    {
        var box = Column(bin, bin.All / AllTotal, frame, 0.5);
        if (bin.All == 0) return;
        shapes.Add(new Bar(box.X, box.Y, box.Width, box.Height, HasGroup ? Ink.Rest : Ink.Accent) { Says = Says(bin) });
        if (HasGroup && box.Width > 3 && box.Height > 1) shapes.Add(new Bar(box.X + 1, box.Y + 1, box.Width - 2, box.Height - 1, Ink.Backdrop) { Says = Says(bin) });
    }

    private void Front(List<Shape> shapes, Bin bin, Frame frame)
    {
        if (bin.Group == 0) return;
        var box = Column(bin, bin.Group / GroupTotal, frame, 0);
        var inset = box.Width * 0.2;
        shapes.Add(new Bar(box.X + inset, box.Y, box.Width - 2 * inset, box.Height, Charts.Slot.Ink(Slot)) { Says = Says(bin) });
    }

    private string Says(Bin bin) => HasGroup
        ? $"{XTitle} {BinText.Of(bin)} · {GroupName} {NumberText.Of(bin.Group)} ({NumberText.Percent(bin.Group / GroupTotal)}) · {AllName} {NumberText.Of(bin.All)} ({NumberText.Percent(bin.All / AllTotal)})"
        : $"{XTitle} {BinText.Of(bin)} · {NumberText.Of(bin.All)}";

    // Bins may leave out what lies far away; a line out there would stand for nothing.
    private static void Across(List<Shape> shapes, double? value, Frame frame, bool dashed)
    {
        if (value is not double at || at < frame.X.From || at > frame.X.To) return;
        shapes.Add(new Line(frame.X[at], frame.Area.Y, frame.X[at], frame.Area.Bottom, Ink.Paper, 5));
        shapes.Add(new Line(frame.X[at], frame.Area.Y, frame.X[at], frame.Area.Bottom, Ink.Text, 2, dashed));
    }

    private static Box Column(Bin bin, double height, Frame frame, double gap)
    {
        var (left, right, top) = (frame.X[bin.From], frame.X[bin.To], frame.Y[height]);
        return new(left + gap, top, Math.Max(0.5, right - left - 2 * gap), frame.Area.Bottom - top);
    }
}

namespace Charts;

/// <summary>One scatter plot of a pair plot: its points one by one, or how many of each group lie in each cell of a grid.</summary>
internal sealed record PairPanel(int Row, int Column, IReadOnlyList<(double X, double Y, int Group)> Points, int[,] Counts)
{
    private const int Cells = 24;
    private const double LeastCell = 6;

    internal static PairPanel Of(int row, int column, PairColumn x, PairColumn y, double[][] values, int[] groupOf, int groups, bool dense)
    {
        var points = new List<(double X, double Y, int Group)>();
        var counts = new int[dense ? Cells * Cells : 0, groups];
        var (across, down) = (Scale(x.Domain, 0, Cells), Scale(y.Domain, Cells, 0));
        for (var i = 0; i < groupOf.Length; i++)
        {
            var (left, up) = (values[column][i], values[row][i]);
            if (double.IsNaN(left) || double.IsNaN(up)) continue;
            if (dense) counts[Cell(down[up]) * Cells + Cell(across[left]), groupOf[i]]++;
            else points.Add((x.Domain.Clamp(left), y.Domain.Clamp(up), groupOf[i]));
        }
        return new(row, column, points, counts);
    }

    internal void Draw(List<Shape> shapes, IReadOnlyList<Group> groups, PairColumn x, PairColumn y, Box area)
    {
        if (Counts.Length > 0)
        {
            var merged = area.Width / Cells < LeastCell;
            Density.Draw(shapes, [.. groups.Select(group => group.Slot)], merged ? Halved(Counts) : Counts, merged ? Cells / 2 : Cells, area);
        }
        var (across, up) = (Scale(x.Domain, area.X, area.Right), Scale(y.Domain, area.Bottom, area.Y));
        var radius = Math.Clamp(area.Width / 60, 1.5, 3.5);
        foreach (var (left, high, group) in Points.OrderBy(point => point.Group))
            shapes.Add(new Mark(across[left], up[high], radius, Slot.Marker(groups[group].Slot), Slot.Ink(groups[group].Slot), Rim: false)
            {
                Says = Said.Of(groups[group].Name, (x.Name, left), (y.Name, high)),
            });
    }

    private static LinearScale Scale(Domain domain, double start, double stop) => new(domain.From, domain.To, start, stop);

    private static int Cell(double place) => Math.Clamp((int)place, 0, Cells - 1);

    private static int[,] Halved(int[,] counts)
    {
        var halved = new int[Cells * Cells / 4, counts.GetLength(1)];
        for (var cell = 0; cell < Cells * Cells; cell++)
            for (var g = 0; g < counts.GetLength(1); g++)
                halved[cell / Cells / 2 * (Cells / 2) + cell % Cells / 2, g] += counts[cell, g];
        return halved;
    }
}

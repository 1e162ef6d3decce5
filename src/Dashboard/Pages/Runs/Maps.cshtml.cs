using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Pages.Runs;

public sealed class Maps(DashboardDb db, RunCharts charts, RunMaps maps) : RunPage(db)
{
    public const string Axes = "axes";
    public const string Neighbours = "neighbours";
    public const string Space = "space";

    public string Map { get; private set; } = Axes;
    public DrawingView Shown { get; private set; } = null!;
    public bool HasSpace => Numbers.Count > 2;
    public RunPlane? Plane { get; private set; }
    public ChartChoice Sides { get; private set; } = new();

    public async Task OnGetAsync(string? map, string? x, string? y, string? z, int angle = RunCharts.Turn)
    {
        Map = map is Neighbours or Space ? map : Axes;
        x = Chosen(x);
        y = Chosen(y, x);
        // Turned on and on, an angle stays one.
        Sides = new(x, y, Chosen(z, x, y), (angle % 360 + 360) % 360);
        var name = Map switch { Neighbours => "tsne", Space => "scatter3d", _ => "pca" };
        var drawing = await charts.DrawAsync(name, Run, Sides);
        Shown = View(() => Task.FromResult(drawing), name, Map == Space ? Turned(0) : "", Map == Axes ? 560 : 720, 560);
        Plane = Map == Axes && drawing.Chart is not null ? await maps.PlaneAsync(Run) : null;
    }

    public string Turned(int by) => Choice(("x", Sides.X), ("y", Sides.Y), ("z", Sides.Z), ("angle", $"{(Sides.Angle + by + 360) % 360}"));
}

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
    public RunPlane? Plane { get; private set; }
    public ChartChoice Chosen { get; private set; } = new();

    public async Task OnGetAsync(string? map, string? x, string? y, string? z, int angle = RunCharts.Turn)
    {
        Map = map is Neighbours or Space ? map : Axes;
        // Turned on and on, an angle stays one.
        Chosen = new(x, y, z, (angle % 360 + 360) % 360);
        var name = Map switch { Neighbours => "tsne", Space => "scatter3d", _ => "pca" };
        var drawing = await charts.DrawAsync(name, Run, Chosen);
        Shown = View(drawing, name, Map == Space ? Turned(0) : "", Map == Axes ? 560 : 940, 560);
        Plane = Map == Axes && drawing.Chart is not null ? await maps.PlaneAsync(Run) : null;
    }

    public string Turned(int by) => Choice(("x", Chosen.X), ("y", Chosen.Y), ("z", Chosen.Z), ("angle", $"{(Chosen.Angle + by + 360) % 360}"));
}

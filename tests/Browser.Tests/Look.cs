using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>A size of window and a theme.</summary>
public sealed record Look(int Width, bool Dark)
{
    public static readonly Look[] All = [new(1280, false), new(1280, true), new(390, false), new(390, true)];

    public BrowserNewContextOptions Options => new()
    {
        ViewportSize = new() { Width = Width, Height = 860 },
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    };

    public override string ToString() => $"{Width}-{(Dark ? "dark" : "light")}";
}

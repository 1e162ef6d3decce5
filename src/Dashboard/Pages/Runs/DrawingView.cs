using Dashboard.Runs;

namespace Dashboard.Pages.Runs;

/// <summary>A chart on a page: its address without the ending, and the choices behind it. It is drawn again once anything was written.</summary>
public sealed record DrawingView(Func<Task<Drawing>> DrawAsync, long Writes, string Address, string Choice, double Width, double Height)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public string Key => FormattableString.Invariant($"{Writes} {Address}{Choice} {Width}x{Height}");
}

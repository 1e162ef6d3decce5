namespace Dashboard.Runs;

/// <summary>The one rule by which figures are rounded for people, on pages, in reports and in downloads for reading.</summary>
public static class Figure
{
    /// <summary>A dash where there is no value. Three significant digits below a hundred, one decimal below a thousand, whole numbers above; no idle zeros.</summary>
    public static string Text(double value)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }
        var size = Math.Abs(value);
        var format = size switch
        {
            0 => "0",
            >= 1e12 or < 0.001 => "0.###e0",
            >= 1000 => "#,0",
            >= 10 => "0.#",
            >= 1 => "0.##",
            _ => "0.###",
        };
        var text = value.ToString(format);
        return text is "-0" ? "0" : text;
    }

    public static string Text(double? value) => value is null ? "" : Text(value.Value);

    public static string WithUnit(double value, string? unit) => string.IsNullOrEmpty(unit) ? Text(value) : $"{Text(value)} {unit}";

    /// <summary>A text that may be long, cut to fit a cell.</summary>
    public static string Short(string? text, int most = 80) => text is null || text.Length <= most ? text ?? "" : string.Concat(text.AsSpan(0, most), "…");

    /// <summary>What is there is never shown as nothing.</summary>
    public static string Share(double share) => share is > 0 and < 0.0005 ? "under 0.1 %" : (share * 100).ToString("0.#") + " %";
}

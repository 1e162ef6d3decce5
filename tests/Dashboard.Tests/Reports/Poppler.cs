using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Dashboard.Tests.Reports;

/// <summary>What others read in a PDF: the tools of poppler-utils.</summary>
internal static class Poppler
{
    public static async Task<string> AskAsync(string tool, string pdf, params string[] rest)
    {
        Skip.If(!File.Exists($"/usr/bin/{tool}"), $"{tool} (poppler-utils) is not installed");
        using var process = Process.Start(new ProcessStartInfo(tool, [.. rest, pdf, .. tool == "pdftotext" ? (string[])["-"] : []]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    /// <summary>All text of it, blanks collapsed.</summary>
    public static async Task<string> TextAsync(string pdf) => Regex.Replace(await AskAsync("pdftotext", pdf), @"\s+", " ");
}

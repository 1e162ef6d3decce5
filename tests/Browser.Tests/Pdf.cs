using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Browser.Tests;

/// <summary>A PDF as poppler's tools read it.</summary>
internal sealed partial record Pdf(string Path)
{
    public string Text => Spaces().Replace(Run("pdftotext", "-layout", Path, "-"), " ");

    public int Pages => int.Parse(PageCount().Match(Run("pdfinfo", Path)).Groups[1].Value);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^Pages:\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex PageCount();
}

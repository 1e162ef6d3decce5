using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Imports;

/// <summary>Every real file of customers, imported without a setting, against what Python's csv module finds in it.</summary>
public sealed class IndependentImportTests(Site site) : IClassFixture<Site>
{
    [SkippableFact]
    public async Task What_is_stored_of_every_real_file_is_what_another_reader_finds()
    {
        string[] paths = [.. Directory.GetFiles(RealFiles.Folder("mall"), "*.csv").Order(), .. Directory.GetFiles(RealFiles.Folder("bench"), "*.csv").Order()];
        foreach (var (path, expected) in paths.Zip(Python(paths)))
        {
            var found = await site.Api().ImportAsync(await File.ReadAllBytesAsync(path), Path.GetFileName(path));
            Assert.True(found.Text("status") == "ready", found.ToString());
            Assert.Equal((expected.Int("rows"), expected.Int("rows")), (found.GetProperty("rows").Int("read"), found.GetProperty("rows").Int("imported")));
            Assert.All(found.Items("columns").Where(c => c.Text("role") is not ("ignore" or "key")), column => Same(path, expected, column));
        }
    }

    private static void Same(string path, JsonElement expected, JsonElement column)
    {
        var name = column.Text("name")!;
        Assert.True(expected.TryGetProperty(name, out var other), $"{path} has no column {name}");
        Assert.Equal((path, name, other.Int("missing"), other.Int("distinct")), (path, name, column.Int("missing"), column.Int("distinct")));
        if (column.Text("role") != "number")
        {
            return;
        }
        foreach (var figure in new[] { "min", "max", "mean" })
        {
            Assert.Equal(other.Number(figure), column.Number(figure), 1e-9 * Math.Max(1, Math.Abs(other.Number(figure))));
        }
    }

    private static List<JsonElement> Python(string[] paths)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [Script(), .. paths]) { RedirectStandardOutput = true })!;
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        }
        catch (Win32Exception)
        {
            throw new SkipException("python3 is not installed");
        }
    }

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "independent_import.py");
}

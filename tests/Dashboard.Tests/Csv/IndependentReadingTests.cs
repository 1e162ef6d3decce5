using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>Every real file, cell by cell, against what Python's csv module reads in it.</summary>
public sealed class IndependentReadingTests
{
    [SkippableFact]
    public void Every_cell_of_every_real_file_is_what_another_reader_finds()
    {
        string[] paths = [.. Directory.GetFiles(RealFiles.Folder("mall"), "*.csv").Order(), .. Directory.GetFiles(RealFiles.Folder("bench"), "*.csv").Order(), RealFiles.Folder("online-retail.csv.gz")];
        Assert.Equal(Python(paths), paths.Select(Ours));
    }

    private static string[] Python(string[] paths)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", [Script(), .. paths]) { RedirectStandardOutput = true })!;
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.Equal(0, python.ExitCode);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Win32Exception)
        {
            throw new SkipException("python3 is not installed");
        }
    }

    private static string Ours(string path)
    {
        using var csv = CsvFile.Open(path, CsvDetection.Detect(path));
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long rows = 1, fields = csv.Header.Count;
        Add(sha, csv.Header);
        for (; csv.Read(); rows++, fields += csv.FieldCount)
        {
            Assert.Null(csv.Problem);
            Add(sha, CsvOnDisk.Fields(csv));
        }
        return $"{rows} {fields} {Convert.ToHexStringLower(sha.GetHashAndReset())}";
    }

    private static void Add(IncrementalHash sha, IEnumerable<string> cells) =>
        sha.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001F', cells.Select(cell => cell.Trim(' ', '\t'))) + '\u001E'));

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "independent_reading.py");
}

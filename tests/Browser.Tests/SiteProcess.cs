using System.Collections.Concurrent;
using System.Diagnostics;

namespace Browser.Tests;

/// <summary>The site as its users run it: a process of its own, on a free port, with a folder that goes when it goes.</summary>
public sealed class SiteProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<string> _log = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-browser-");
    private readonly Process _process;

    private SiteProcess((string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Places.Site]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in Settings().Concat(settings))
        {
            start.Environment[key] = value;
        }
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Folder => _folder.FullName;
    public int Id => _process.Id;
    public string Address { get; private set; } = "";
    public IReadOnlyList<string> Log => [.. _log];

    public static async Task<SiteProcess> StartAsync(params (string Key, string Value)[] settings)
    {
        var site = new SiteProcess(settings);
        site.Address = await site.AfterAsync(Listening);
        return site;
    }

    /// <summary>What the console says after these words, as soon as it says them.</summary>
    public async Task<string> AfterAsync(string words)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !_process.HasExited; await Task.Delay(20))
        {
            if (_log.FirstOrDefault(line => line.Contains(words, StringComparison.Ordinal)) is { } line)
            {
                return line[(line.IndexOf(words, StringComparison.Ordinal) + words.Length)..].Trim();
            }
        }
        throw new InvalidOperationException($"The site did not say \"{words}\" but:\n{string.Join('\n', _log)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private IEnumerable<(string, string)> Settings() =>
    [
        ("ConnectionStrings__Dashboard", $"Data Source={Path.Combine(_folder.FullName, "dashboard.db")}"),
        ("Storage__Folder", Path.Combine(_folder.FullName, "storage")),
        ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
        ("ASPNETCORE_ENVIRONMENT", "Production"),
    ];
}

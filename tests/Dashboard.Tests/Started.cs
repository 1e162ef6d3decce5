using System.Diagnostics;

namespace Dashboard.Tests;

/// <summary>The site as a process of its own, for what happens before it answers.</summary>
internal sealed class Started : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    public Started(string database, params (string Key, string Value)[] settings) : this(database, [], settings) { }

    /// <summary>With a command, which comes before the settings.</summary>
    public Started(string database, string[] command, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Dashboard.dll"));
        Array.ForEach(command, start.ArgumentList.Add);
        (string Key, string Value)[] usual = [("ConnectionStrings:Dashboard", $"Data Source={database}"), ("Storage:Folder", Path.Combine(Path.GetDirectoryName(database)!, "storage")), ("urls", "http://127.0.0.1:0")];
        foreach (var (key, value) in usual.Concat(settings))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }
        _process = Process.Start(start)!;
    }

    /// <summary>Waits for the end: the exit code and what was said to whoever started it.</summary>
    public async Task<(int Code, string Error)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var error = _process.StandardError.ReadToEndAsync(patience.Token);
        var output = _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        await output;
        return (_process.ExitCode, (await error).TrimEnd());
    }

    /// <summary>Waits for the end: the exit code and what was printed.</summary>
    public async Task<(int Code, string Said)> SaidAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var output = await _process.StandardOutput.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, output.TrimEnd());
    }

    /// <summary>Ends it as an operator does; the lines that it printed since they were last read.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]))
        {
            await kill.WaitForExitAsync();
        }
        return (await SaidAsync()).Said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async Task<string> LineAsync(string with)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(with, StringComparison.Ordinal))
            {
                return line;
            }
        }
        await _process.WaitForExitAsync(patience.Token);
        throw new InvalidOperationException($"The site ended with {_process.ExitCode} without saying \"{with}\": {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
        _process.Dispose();
    }
}

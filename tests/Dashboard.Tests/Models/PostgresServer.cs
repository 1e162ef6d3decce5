using System.Diagnostics;

namespace Dashboard.Tests.Models;

/// <summary>A PostgreSQL of the test's own, in a folder of its own, reached through a socket in it. Its programs refuse to run as root.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string User = "postgres";
    private static readonly string? Programs = (Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [])
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => Path.Combine(version, "bin")) : [])
        .FirstOrDefault(folder => Array.TrueForAll(["initdb", "pg_ctl", "psql"], program => File.Exists(Path.Combine(folder, program))));

    private readonly string _folder = Directory.CreateTempSubdirectory("pg-").FullName;

    public PostgresServer()
    {
        Skip.If(Programs is null, "PostgreSQL is not installed: apt-get install postgresql");
        if (IsRoot)
        {
            Skip.IfNot(File.ReadLines("/etc/passwd").Any(line => line.StartsWith(User + ":", StringComparison.Ordinal)), "PostgreSQL does not run as root, and there is no user postgres");
            Execute("/bin/chown", [User, _folder]);
        }
        Run("initdb", "-D", Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        Run("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-k {_folder} -c listen_addresses='' -c fsync=off", "start");
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>What it prints: rows of cells with | between them.</summary>
    public string Query(string sql)
    {
        var script = Path.Combine(_folder, $"{Guid.NewGuid():N}.sql");
        File.WriteAllText(script, sql);
        return Run("psql", "-h", _folder, "-U", User, "-d", User, "-v", "ON_ERROR_STOP=1", "-q", "-A", "-t", "-f", script);
    }

    public void Dispose()
    {
        Run("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        return IsRoot ? Execute("/usr/sbin/runuser", ["-u", User, "--", path, .. arguments]) : Execute(path, arguments);
    }

    private string Execute(string path, IEnumerable<string> arguments)
    {
        // The server inherits what it writes to: a pipe would stay open as long as it runs.
        var (output, errors) = (Path.GetTempFileName(), Path.GetTempFileName());
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "out=$1; err=$2; shift 2; exec \"$@\" >\"$out\" 2>\"$err\"", "sh", output, errors, path, .. arguments]) { WorkingDirectory = _folder })!;
        process.WaitForExit();
        var (said, complained) = (File.ReadAllText(output), File.ReadAllText(errors));
        File.Delete(output);
        File.Delete(errors);
        Assert.True(process.ExitCode == 0, $"{path}: {complained}");
        return said;
    }
}

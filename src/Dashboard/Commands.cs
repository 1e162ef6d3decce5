using Dashboard.Access;
using Dashboard.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard;

/// <summary>What the program does instead of serving, as in: dotnet Dashboard.dll verify-audit. Settings may follow.</summary>
public static class Commands
{
    /// <summary>The exit code, or null when the arguments name no command.</summary>
    public static async Task<int?> RunAsync(string[] args) => args switch
    {
        ["rotate-keys", ..] => await RotateKeysAsync(args[1..]),
        ["verify-audit", ..] => await VerifyAuditAsync(Database(args[1..])),
        ["backup", var to, ..] when IsFile(to) => await SayAsync(file => Backup.MakeAsync(file, to), args[2..]),
        ["restore", var from, ..] when IsFile(from) => await SayAsync(file => Backup.RestoreAsync(file, from, TimeProvider.System), args[2..]),
        ["backup" or "restore", ..] => throw new StartRefused($"{args[0]} needs a file: {args[0]} FILE"),
        [{ Length: > 0 } word, ..] when char.IsLetter(word[0]) && !word.Contains('=') => throw new StartRefused($"There is no command {word}. There are: backup FILE, restore FILE, rotate-keys, verify-audit."),
        _ => null,
    };

    private static async Task<int> VerifyAuditAsync(DatabaseFile file)
    {
        using var _ = file;
        await using var db = file.OpenToRead();
        var chain = await db.Audit.CheckAsync();
        await Console.Out.WriteLineAsync(chain.ToString());
        return chain.FirstBroken is null ? 0 : 1;
    }

    private static async Task<int> RotateKeysAsync(string[] settings)
    {
        using var file = Database(settings);
        file.RefuseMissing();
        file.TakeLock();
        SiteKeys.Revoke(new StorageFolder(Configuration(settings)), TimeProvider.System);
        await Console.Out.WriteLineAsync("The keys are revoked: everybody signs in anew. Second factors stay as they are. Now start the site.");
        return 0;
    }

    private static async Task<int> SayAsync(Func<DatabaseFile, Task<string>> work, string[] settings)
    {
        using var file = Database(settings);
        await Console.Out.WriteLineAsync(await work(file));
        return 0;
    }

    private static bool IsFile(string word) => !word.StartsWith("--", StringComparison.Ordinal);

    private static DatabaseFile Database(string[] settings) => new(Configuration(settings), NullLogger<DatabaseFile>.Instance);

    private static IConfiguration Configuration(string[] settings) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }).Configuration;
}

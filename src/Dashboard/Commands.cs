using Dashboard.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard;

/// <summary>What the program does instead of serving, as in: dotnet Dashboard.dll verify-audit. Settings may follow.</summary>
public static class Commands
{
    /// <summary>The exit code, or null when the arguments name no command.</summary>
    public static async Task<int?> RunAsync(string[] args) => args switch
    {
        ["verify-audit", ..] => await VerifyAuditAsync(new DatabaseFile(Settings(args[1..]), NullLogger<DatabaseFile>.Instance)),
        [{ Length: > 0 } word, ..] when char.IsLetter(word[0]) && !word.Contains('=') => throw new StartRefused($"There is no command {word}. There is: verify-audit."),
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

    private static IConfiguration Settings(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }).Configuration;
}

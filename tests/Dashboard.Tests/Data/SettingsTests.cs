using System.Runtime.Versioning;

namespace Dashboard.Tests.Data;

/// <summary>What a site says that was set up wrong: one line, an exit code, and never a secret.</summary>
public sealed class SettingsTests : IDisposable
{
    private const string Secret = "this-is-the-secret-that-nobody-may-see-0123456789";
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-settings-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ConnectionStrings:Dashboard", "nonsense", "ConnectionStrings:Dashboard cannot be read")]
    [InlineData("ConnectionStrings:Dashboard", "Data Source=x.db;Password=" + Secret + ";Colour=red", "ConnectionStrings:Dashboard cannot be read")]
    [InlineData("ConnectionStrings:Dashboard", "Data Source=/dev/null/x/dashboard.db", "cannot be written")]
    [InlineData("ConnectionStrings:Dashboard", "Data Source=/tmp", "is a folder")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider must be Sqlite")]
    [InlineData("Storage:Folder", "/dev/null/storage", "Storage:Folder /dev/null/storage cannot be written")]
    [InlineData("Imports:MaxBytes", "lots", "Imports:MaxBytes is a whole number from")]
    [InlineData("Imports:MaxBytes", "-1", "Imports:MaxBytes is a whole number from")]
    [InlineData("Access:SignInsPerMinute", "often", "Access:SignInsPerMinute is a whole number from 1")]
    [InlineData("Access:SecondFactor", "mine", "Access:SecondFactor is one of: optional, administrators, everyone")]
    [InlineData("Audit:KeepDays", "-1", "Audit:KeepDays is a whole number from 0")]
    [InlineData("Demo", "perhaps", "Demo is true or false")]
    [InlineData("Report:Logo", "/no/such/logo.png", "Report:Logo /no/such/logo.png does not exist")]
    [InlineData("Report:Paper", "A5", "Report:Paper is A4 or Letter")]
    [InlineData("Display:DateFormat", "%%", "Display:DateFormat is not a way to write dates")]
    [InlineData("Log:Format", "xml", "Log:Format is one of: text, json")]
    [InlineData("Telemetry:Endpoint", "collector", "Telemetry:Endpoint must be the address of a collector")]
    [InlineData("AllowedHosts", "https://shop.example", "AllowedHosts names hosts alone")]
    [InlineData("PublicUrl", "shop.example", "PublicUrl is the address that people open")]
    [InlineData("PublicUrl", "https://shop.example/dashboard", "PublicUrl is the address that people open")]
    [InlineData("Proxy:Known:0", "my-proxy", "Proxy:Known: my-proxy is not an IP address")]
    [InlineData("urls", "nonsense", "nonsense is not an address to listen on")]
    [InlineData("urls", "http://localhost:99999", "99999")]
    public async Task D09_a_setting_that_cannot_be_is_refused_in_one_line_without_a_secret(string key, string value, string said)
    {
        using var started = new Started(Database, (key, value), ("Access:BootstrapApiKey", Secret), ("Access:BootstrapAdmin:Email", "ada@example.com"), ("Access:BootstrapAdmin:Password", Secret));

        var (code, error) = await started.EndAsync();

        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        Assert.Contains(said, error);
        Assert.DoesNotContain(Secret, error);
    }

    [SkippableFact]
    [SupportedOSPlatform("linux")]
    public async Task D09_keys_that_others_may_read_are_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "storage", "keys")).FullName;
        File.SetUnixFileMode(keys, File.GetUnixFileMode(keys) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        using var started = new Started(Database);
        var (code, error) = await started.EndAsync();

        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        Assert.Contains($"chmod 700 {keys}", error);
    }

    [SkippableFact]
    [SupportedOSPlatform("linux")]
    public async Task D03_a_keys_folder_that_cannot_be_written_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        Skip.If(Environment.UserName == "root", "root may write everywhere");
        var keys = Directory.CreateDirectory(Path.Combine(_folder, "storage", "keys")).FullName;
        File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        using var started = new Started(Database);
        var (code, error) = await started.EndAsync();

        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        Assert.Contains("cannot be written", error);
    }

    [SkippableFact]
    [SupportedOSPlatform("linux")]
    public async Task Folders_and_files_that_the_site_makes_are_for_its_own_account_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        const UnixFileMode folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var data = Path.Combine(_folder, "data");
        using var started = new Started(Path.Combine(data, "dashboard.db"), ("Access:BootstrapApiKey", Secret));
        await started.LineAsync("Now listening on: ");

        Assert.Equal((folder, folder), (File.GetUnixFileMode(data), File.GetUnixFileMode(Path.Combine(data, "storage"))));
        Assert.Equal((folder, file), (File.GetUnixFileMode(Path.Combine(data, "storage", "keys")), File.GetUnixFileMode(Path.Combine(data, "dashboard.db"))));
        Assert.All(Directory.GetFiles(Path.Combine(data, "storage", "keys")), key => Assert.Equal(file, File.GetUnixFileMode(key)));
    }
}

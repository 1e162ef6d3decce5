using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SqliteNative.Tests;

[Collection(nameof(Alone))]
public sealed class SqliteLibraryTests
{
    [Fact]
    public void A_missing_library_says_what_to_install()
    {
        var failure = Assert.Throws<DllNotFoundException>(() => SqliteLibrary.Load(["nowhere.1", "nowhere.2"], typeof(raw).Assembly, null));
        Assert.Contains("nowhere.1, nowhere.2", failure.Message, StringComparison.Ordinal);
        Assert.Contains(SqliteLibrary.PathVariable, failure.Message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux()) Assert.Contains("apt-get install libsqlite3-0", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_in_the_environment_is_the_only_one_tried()
    {
        try
        {
            Environment.SetEnvironmentVariable(SqliteLibrary.PathVariable, "/opt/sqlite/libsqlite3.so");
            Assert.Equal(["/opt/sqlite/libsqlite3.so"], SqliteLibrary.Names);
        }
        finally
        {
            Environment.SetEnvironmentVariable(SqliteLibrary.PathVariable, null);
        }
    }

    [Fact]
    public void The_version_can_be_told_as_text_and_as_number()
    {
        var number = raw.sqlite3_libversion_number();
        Assert.Equal($"{number / 1_000_000}.{number / 1000 % 1000}.{number % 1000}", raw.sqlite3_libversion().utf8_to_string());
        Assert.True(number >= 3_024_000, "EF Core needs upsert, which came with 3.24");
    }

    [Fact]
    public void A_password_is_refused_and_not_ignored() =>
        Assert.Throws<InvalidOperationException>(() => new SqliteConnection("Data Source=:memory:;Password=secret").Open());

    [Fact]
    public void The_directory_call_of_Windows_fails_quietly_elsewhere() =>
        Assert.Equal(OperatingSystem.IsWindows() ? raw.SQLITE_OK : raw.SQLITE_ERROR, raw.sqlite3_win32_set_directory(2, Path.GetTempPath()));

    [Fact]
    public void Keywords_can_be_listed()
    {
        var words = Enumerable.Range(0, raw.sqlite3_keyword_count()).Select(i => (raw.sqlite3_keyword_name(i, out var word), word)).ToList();
        Assert.Contains((raw.SQLITE_OK, "SELECT"), words);
        Assert.NotEqual(raw.SQLITE_OK, raw.sqlite3_keyword_name(-1, out _));
    }
}

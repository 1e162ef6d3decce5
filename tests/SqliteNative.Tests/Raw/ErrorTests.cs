using System.Diagnostics;
using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Raw;

public sealed class ErrorTests : IDisposable
{
    private const int ReadWrite = SQLITE_OPEN_READWRITE;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Another_kind_of_file_is_not_a_database()
    {
        File.WriteAllText(folder.File(), string.Concat(Enumerable.Repeat("name,age\nAda,36\n", 200)));
        using var db = RawSql.Open(folder.File());
        Assert.Equal((SQLITE_NOTADB, "file is not a database"), db.Failure("SELECT * FROM sqlite_master"));
    }

    [Fact]
    public void A_damaged_page_is_reported_as_corruption()
    {
        using (var db = RawSql.Open(folder.File())) FillTable(db, rows: 2000);
        using (var file = File.OpenWrite(folder.File()))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xAA, 8192).ToArray());
        }
        using var damaged = RawSql.Open(folder.File());
        Assert.Equal(SQLITE_CORRUPT, damaged.Failure("SELECT sum(length(b)) FROM t").Code);
    }

    [Fact]
    public void A_read_only_connection_does_not_write()
    {
        using (var db = RawSql.Open(folder.File())) FillTable(db, rows: 1);
        using var reader = RawSql.Open(folder.File(), SQLITE_OPEN_READONLY);
        Assert.Equal((SQLITE_READONLY, "attempt to write a readonly database"), reader.Failure("DELETE FROM t"));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_says_so()
    {
        Assert.Equal(SQLITE_CANTOPEN, sqlite3_open_v2(folder.File("no/such/folder.db"), out var db, ReadWrite, null));
        Assert.Equal("unable to open database file", sqlite3_errmsg(db).utf8_to_string());
        db.Dispose();
    }

    [Fact]
    public void A_full_disk_fails_the_write_and_keeps_what_was_there()
    {
        using var db = RawSql.Open(folder.File());
        FillTable(db, rows: 10);
        db.Run("PRAGMA max_page_count = 20");
        Assert.Equal((SQLITE_FULL, "database or disk is full"), db.Failure(Filling(rows: 10_000)));
        Assert.Equal("10", db.Text("SELECT count(*) FROM t"));
        Assert.Equal("ok", db.Text("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_running_query_can_be_interrupted_from_another_thread()
    {
        using var db = RawSql.Open();
        var endless = Task.Run(() => db.Failure("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"));
        while (!endless.IsCompleted)
        {
            sqlite3_interrupt(db);
            await Task.Delay(10);
        }
        Assert.Equal((SQLITE_INTERRUPT, "interrupted"), await endless);
    }

    [Fact]
    public void A_second_writer_is_told_that_the_database_is_locked_after_its_timeout()
    {
        using var first = RawSql.Open(folder.File());
        using var second = RawSql.Open(folder.File());
        FillTable(first, rows: 1);
        first.Run("BEGIN IMMEDIATE");
        Assert.Equal((SQLITE_BUSY, "database is locked"), second.Failure("BEGIN IMMEDIATE"));
        sqlite3_busy_timeout(second, 200);
        var waited = Stopwatch.StartNew();
        Assert.Equal(SQLITE_BUSY, second.Failure("BEGIN IMMEDIATE").Code);
        Assert.InRange(waited.ElapsedMilliseconds, 150, 10_000);
        first.Run("COMMIT");
        second.Run("BEGIN IMMEDIATE");
    }

    [Theory]
    [InlineData("INSERT INTO t VALUES (1, 'x')", 1555, "UNIQUE constraint failed: t.a")]
    [InlineData("INSERT INTO t (b) VALUES (NULL)", 1299, "NOT NULL constraint failed: t.b")]
    [InlineData("INSERT INTO t (b) VALUES ('')", 275, "CHECK constraint failed: not_empty")]
    [InlineData("INSERT INTO child VALUES (99)", 787, "FOREIGN KEY constraint failed")]
    public void A_broken_constraint_has_a_text_and_an_extended_code(string sql, int extended, string message)
    {
        using var db = RawSql.Open();
        FillTable(db, rows: 1);
        db.Run("CREATE TABLE child (t REFERENCES t (a))");
        Assert.Equal((SQLITE_CONSTRAINT, message), db.Failure(sql));
        Assert.Equal((SQLITE_CONSTRAINT, extended), (sqlite3_errcode(db), sqlite3_extended_errcode(db)));
    }

    [Fact]
    public void An_extension_that_is_not_there_is_named_in_the_error()
    {
        using var db = RawSql.Open();
        sqlite3_enable_load_extension(db, 1);
        Assert.Equal(SQLITE_ERROR, sqlite3_load_extension(db, utf8z.FromString("no_such_extension"), utf8z.FromString(null), out var error));
        Assert.Contains("no_such_extension", error.utf8_to_string(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_a_text() => Assert.Equal("database is locked", sqlite3_errstr(SQLITE_BUSY).utf8_to_string());

    [Fact]
    public void Settings_of_a_connection_are_changed_and_read()
    {
        const int enableTrigger = 1003;
        using var db = RawSql.Open(folder.File());
        Assert.Equal(SQLITE_OK, sqlite3_db_config(db, enableTrigger, 0, out var on));
        Assert.Equal(0, on);
        sqlite3_db_config(db, enableTrigger, -1, out on);
        Assert.Equal(0, on);
        Assert.Equal(Path.GetFullPath(folder.File()), sqlite3_db_filename(db, "main").utf8_to_string());
    }

    private static void FillTable(sqlite3 db, int rows)
    {
        db.Run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL CONSTRAINT not_empty CHECK (b <> ''))");
        db.Run(Filling(rows));
    }

    private static string Filling(int rows) =>
        $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT {rows}) INSERT INTO t (b) SELECT hex(randomblob(50)) FROM n";
}

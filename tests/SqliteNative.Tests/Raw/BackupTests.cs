using static SQLitePCL.raw;

namespace SqliteNative.Tests.Raw;

public sealed class BackupTests
{
    [Fact]
    public void A_copy_is_made_page_by_page()
    {
        using var source = RawSql.Open();
        using var copy = RawSql.Open();
        source.Run("CREATE TABLE t (a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 5000) INSERT INTO t SELECT i FROM n");
        using (var backup = sqlite3_backup_init(copy, "main", source, "main"))
        {
            Assert.Equal(SQLITE_OK, sqlite3_backup_step(backup, 1));
            Assert.Equal(SQLITE_DONE, sqlite3_backup_step(backup, -1));
        }
        Assert.Equal("12502500", copy.Text("SELECT sum(a) FROM t"));
    }

    [Fact]
    public void A_copy_onto_itself_gives_an_invalid_handle_and_a_reason()
    {
        using var db = RawSql.Open();
        using var backup = sqlite3_backup_init(db, "main", db, "main");
        Assert.True(backup.IsInvalid);
        Assert.Equal("source and destination must be distinct", sqlite3_errmsg(db).utf8_to_string());
    }

    [Fact]
    public void A_copy_given_up_half_way_outlives_both_connections()
    {
        var source = RawSql.Open();
        var copy = RawSql.Open();
        source.Run("CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))");
        var backup = sqlite3_backup_init(copy, "main", source, "main");
        Assert.Equal(SQLITE_OK, sqlite3_backup_step(backup, 1));
        source.Dispose();
        copy.Dispose();
        backup.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sqlite3_backup_step(backup, 1));
    }
}

using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Handles;

public sealed class DisposedTests
{
    [Fact]
    public void A_disposed_statement_throws_and_does_not_reach_freed_memory()
    {
        using var db = RawSql.Open();
        var statement = db.Prepare("SELECT ?1");
        statement.Dispose();
        Action[] uses =
        [
            () => sqlite3_step(statement), () => sqlite3_reset(statement), () => sqlite3_clear_bindings(statement),
            () => sqlite3_bind_int64(statement, 1, 1), () => sqlite3_bind_double(statement, 1, 1), () => sqlite3_bind_null(statement, 1),
            () => sqlite3_bind_text(statement, 1, "x"), () => sqlite3_bind_text(statement, 1, ""u8),
            () => sqlite3_bind_blob(statement, 1, [1]), () => sqlite3_bind_blob(statement, 1, []),
            () => sqlite3_column_count(statement), () => sqlite3_data_count(statement), () => sqlite3_column_type(statement, 0),
            () => sqlite3_column_int64(statement, 0), () => sqlite3_column_double(statement, 0), () => sqlite3_column_bytes(statement, 0),
            () => sqlite3_column_text(statement, 0), () => sqlite3_column_blob(statement, 0), () => sqlite3_column_name(statement, 0),
            () => sqlite3_bind_parameter_count(statement), () => sqlite3_stmt_readonly(statement),
        ];
        Assert.All(uses, use => Assert.Throws<ObjectDisposedException>(use));
    }

    [Fact]
    public void A_closed_connection_throws()
    {
        var db = RawSql.Open();
        Assert.Equal(SQLITE_OK, sqlite3_close_v2(db));
        Action[] uses =
        [
            () => sqlite3_exec(db, "SELECT 1"), () => sqlite3_prepare_v2(db, "SELECT 1", out _), () => sqlite3_errmsg(db),
            () => sqlite3_changes(db), () => sqlite3_last_insert_rowid(db), () => sqlite3_interrupt(db),
            () => sqlite3_create_collation(db, "c", null, (_, _, _) => 0), () => sqlite3_rollback_hook(db, _ => { }, null),
            () => sqlite3_create_function(db, "f", 0, null, (context, _, _) => sqlite3_result_null(context)),
        ];
        Assert.All(uses, use => Assert.Throws<ObjectDisposedException>(use));
    }

    [Fact]
    public void A_disposed_blob_throws()
    {
        using var db = RawSql.Open();
        db.Run("CREATE TABLE t (a); INSERT INTO t VALUES (x'01')");
        sqlite3_blob_open(db, "main", "t", "a", 1, 1, out var blob);
        blob.Dispose();
        Assert.Throws<ObjectDisposedException>(() => sqlite3_blob_bytes(blob));
        Assert.Throws<ObjectDisposedException>(() => sqlite3_blob_read(blob, new byte[1], 0));
        Assert.Throws<ObjectDisposedException>(() => sqlite3_blob_write(blob, new byte[1], 0));
    }

    [Fact]
    public void Disposing_twice_is_harmless()
    {
        var db = RawSql.Open();
        var statement = db.Prepare("SELECT 1");
        db.Dispose();
        db.Dispose();
        statement.Dispose();
        statement.Dispose();
        Assert.True(statement.IsClosed);
    }

    [Fact]
    public void A_statement_still_runs_after_its_connection_was_closed()
    {
        var db = RawSql.Open();
        using var statement = db.Prepare("SELECT 42");
        db.Dispose();
        Assert.Equal(SQLITE_ROW, sqlite3_step(statement));
        Assert.Equal(42, sqlite3_column_int64(statement, 0));
    }

    [Fact]
    public void Closing_with_an_open_transaction_rolls_it_back()
    {
        using var folder = new TemporaryFolder();
        var rolledBack = false;
        using (var db = RawSql.Open(folder.File()))
        {
            db.Run("CREATE TABLE t (a); BEGIN; INSERT INTO t VALUES (1)");
            sqlite3_rollback_hook(db, _ => rolledBack = true, null);
        }
        using var again = RawSql.Open(folder.File());
        Assert.Equal("0", again.Text("SELECT count(*) FROM t"));
        Assert.False(rolledBack, "no hook may run while a connection is being closed, for that may be the finalizer");
    }
}

using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Callbacks;

public sealed class RollbackHookTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();

    public RollbackHookTests() => db.Run("CREATE TABLE t (a UNIQUE)");

    public void Dispose() => db.Dispose();

    [Fact]
    public void It_is_called_with_its_data_until_it_is_removed()
    {
        var calls = new List<object?>();
        sqlite3_rollback_hook(db, calls.Add, "data");
        db.Run("BEGIN; INSERT INTO t VALUES (1); ROLLBACK");
        sqlite3_rollback_hook(db, null, null);
        db.Run("BEGIN; INSERT INTO t VALUES (1); ROLLBACK");
        Assert.Equal(["data"], calls);
    }

    [Fact]
    public void Its_exception_is_thrown_after_the_rollback_was_done()
    {
        sqlite3_rollback_hook(db, _ => throw new TimeoutException("hook"), null);
        db.Run("BEGIN; INSERT INTO t VALUES (1)");
        Assert.Throws<TimeoutException>(() => sqlite3_exec(db, "ROLLBACK"));
        sqlite3_rollback_hook(db, null, null);
        Assert.Equal("0", db.Text("SELECT count(*) FROM t"));
        db.Run("INSERT INTO t VALUES (1)");
    }

    [Fact]
    public void It_may_remove_itself()
    {
        var calls = 0;
        sqlite3_rollback_hook(db, _ =>
        {
            calls++;
            sqlite3_rollback_hook(db, null, null);
            Memory.Collect();
        }, null);
        db.Run("BEGIN; INSERT INTO t VALUES (1); ROLLBACK; BEGIN; INSERT INTO t VALUES (1); ROLLBACK");
        Assert.Equal(1, calls);
    }
}

using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Callbacks;

public sealed class CollationTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();
    private bool broken;

    public CollationTests()
    {
        sqlite3_create_collation(db, "by_length", null, (_, a, b) =>
            broken ? throw new NotSupportedException("cannot compare") : a.Length.CompareTo(b.Length));
        db.Run("CREATE TABLE t (name TEXT COLLATE by_length PRIMARY KEY); INSERT INTO t VALUES ('ccc'), ('a'), ('bbbb'), ('ää')");
    }

    public void Dispose() => db.Dispose();

    [Fact]
    public void Rows_are_sorted_by_it() => Assert.Equal(["a", "ää", "ccc"], db.Texts("SELECT name FROM t ORDER BY name LIMIT 3"));

    [Fact]
    public void Its_exception_reaches_the_caller_of_the_query()
    {
        broken = true;
        var failure = Assert.Throws<NotSupportedException>(() => db.Texts("SELECT name FROM t ORDER BY name || ''  COLLATE by_length"));
        Assert.Equal("cannot compare", failure.Message);
    }

    [Fact]
    public void The_connection_works_on_after_its_exception()
    {
        broken = true;
        Assert.Throws<NotSupportedException>(() => db.Texts("SELECT name FROM t WHERE name = 'xx'"));
        broken = false;
        Assert.Equal("ää", db.Text("SELECT name FROM t WHERE name = 'xx'"));
    }

    [Fact]
    public void A_row_that_it_could_not_place_is_not_stored()
    {
        broken = true;
        Assert.Throws<NotSupportedException>(() => sqlite3_exec(db, "INSERT INTO t VALUES ('ddddd')"));
        broken = false;
        AssertUnharmed();
    }

    [Fact]
    public void A_transaction_with_such_a_row_is_rolled_back_as_a_whole()
    {
        db.Run("BEGIN; INSERT INTO t VALUES ('eeeeee')");
        broken = true;
        using var insert = db.Prepare("INSERT INTO t VALUES ('ddddd')");
        Assert.Throws<NotSupportedException>(() => sqlite3_step(insert));
        broken = false;
        Assert.NotEqual(0, sqlite3_get_autocommit(db));
        AssertUnharmed();
    }

    [Fact]
    public void A_failed_query_leaves_the_transaction_around_it_alone()
    {
        db.Run("BEGIN; INSERT INTO t VALUES ('eeeeee')");
        broken = true;
        Assert.Throws<NotSupportedException>(() => db.Texts("SELECT name FROM t WHERE name = 'xx'"));
        broken = false;
        db.Run("COMMIT");
        Assert.Equal("5", db.Text("SELECT count(*) FROM t"));
    }

    [Fact]
    public void It_cannot_be_replaced_under_a_running_query_and_the_refused_one_is_freed()
    {
        using var running = db.Prepare("SELECT name FROM t ORDER BY name");
        Assert.Equal(SQLITE_ROW, sqlite3_step(running));
        var refused = Memory.Apart(() =>
        {
            var data = new object();
            Assert.Equal(SQLITE_BUSY, sqlite3_create_collation(db, "by_length", data, (_, _, _) => 0));
            return new WeakReference(data);
        });
        Memory.Collect();
        Assert.False(refused.IsAlive);
        Assert.Equal("ccc", db.Text("SELECT name FROM t WHERE name = 'xxx'"));
    }

    [Fact]
    public void An_unknown_collation_is_named() =>
        Assert.Equal("no such collation sequence: nowhere", db.Failure("SELECT 1 ORDER BY 'a' COLLATE nowhere").Message);

    private void AssertUnharmed()
    {
        Assert.Equal("4", db.Text("SELECT count(*) FROM t"));
        Assert.Equal("ok", db.Text("PRAGMA integrity_check"));
    }
}

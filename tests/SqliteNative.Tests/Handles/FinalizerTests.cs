using System.Runtime.CompilerServices;
using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Handles;

[Collection(nameof(Alone))]
public sealed class FinalizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Whatever_is_left_lying_about_is_collected_in_any_order()
    {
        Abandon(times: 20);
        Memory.Collect();
        var before = sqlite3_memory_used();
        for (var round = 0; round < 10; round++)
        {
            Parallel.For(0, 4, _ => Abandon(times: 50));
            Memory.Collect();
        }
        Assert.InRange(sqlite3_memory_used(), 0, before + 200_000);
    }

    [Fact]
    public void Statements_left_by_one_thread_are_finalized_while_another_uses_the_connection()
    {
        using var db = RawSql.Open();
        db.Run("CREATE TABLE t (a)");
        for (var i = 0; i < 2000; i++)
        {
            PrepareAndForget(db);
            db.Run("INSERT INTO t VALUES (1)");
            if (i % 100 == 0) GC.Collect();
        }
        Assert.Equal("2000", db.Text("SELECT count(*) FROM t"));
    }

    [Fact]
    public void What_a_function_captured_is_free_once_the_connection_is_closed()
    {
        var captured = Memory.Apart(() =>
        {
            var target = new object();
            using var db = RawSql.Open();
            sqlite3_create_function(db, "f", 0, target, (context, data, _) => sqlite3_result_int64(context, data == target ? 1 : 0));
            sqlite3_create_collation(db, "c", target, (data, _, _) => data!.GetHashCode());
            sqlite3_rollback_hook(db, data => data!.GetHashCode(), target);
            Assert.Equal("1", db.Text("SELECT f()"));
            return new WeakReference(target);
        });
        Memory.Collect();
        Assert.False(captured.IsAlive);
    }

    [Fact]
    public void Replaced_and_refused_registrations_are_freed_at_once()
    {
        using var db = RawSql.Open();
        var targets = Memory.Apart(() =>
        {
            object[] held = [new(), new(), new(), new(), new()];
            const int tooManyArguments = 10_000;
            sqlite3_create_function(db, "f", 0, held[0], (_, _, _) => { });
            sqlite3_create_function(db, "f", 0, null, (delegate_function_scalar?)null);
            Assert.NotEqual(SQLITE_OK, sqlite3_create_function(db, "g", tooManyArguments, held[1], (_, _, _) => { }));
            sqlite3_create_collation(db, "c", held[2], (_, _, _) => 0);
            sqlite3_create_collation(db, "c", null, null);
            sqlite3_rollback_hook(db, _ => { }, held[3]);
            sqlite3_rollback_hook(db, null, null);
            sqlite3_create_function(db, "s", 0, held[4], (_, _, _) => { }, (_, _) => { });
            sqlite3_create_function(db, "s", 0, null, null, null);
            return held.Select(target => new WeakReference(target)).ToArray();
        });
        Memory.Collect();
        Assert.All(targets, target => Assert.False(target.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PrepareAndForget(sqlite3 db) => sqlite3_step(db.Prepare("SELECT 1 UNION ALL SELECT 2"));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Abandon(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var db = RawSql.Open(i % 2 == 0 ? ":memory:" : folder.File($"{Guid.NewGuid()}.db"));
            var copy = RawSql.Open();
            sqlite3_create_function(
                db, "held", 1, null, (context, _, _) => context.state ??= new byte[100], (context, _) => sqlite3_result_null(context));
            sqlite3_create_collation(db, "c", null, (_, a, b) => string.CompareOrdinal(a, b));
            sqlite3_rollback_hook(db, _ => throw new InvalidOperationException(), null);
            db.Run("CREATE TABLE t (a COLLATE c, b BLOB); BEGIN; INSERT INTO t VALUES ('x', x'01'), ('y', x'02')");
            sqlite3_step(db.Prepare("SELECT held(a) FROM t GROUP BY b"));
            sqlite3_blob_open(db, "main", "t", "b", 1, 1, out _);
            sqlite3_backup_step(sqlite3_backup_init(copy, "main", db, "main"), 1);
        }
    }
}

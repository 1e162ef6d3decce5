using SqliteNative.Tests.DataSqlite;

namespace SqliteNative.Tests;

public sealed class ConcurrencyTests
{
    private const string Settings = "PRAGMA busy_timeout = 20000; PRAGMA synchronous = NORMAL";

    [Theory]
    [InlineData("Pooling=True")]
    [InlineData("Pooling=False")]
    public async Task Eight_threads_lose_no_write(string options)
    {
        const int threads = 8, operations = 300;
        using var folder = new TemporaryFolder();
        using var db = folder.Open();
        db.Execute("PRAGMA journal_mode = WAL; CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER); INSERT INTO t VALUES (0, 0)");
        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = 0; i < operations; i++) AddOne(folder, options);
            },
            TaskCreationOptions.LongRunning)));
        Assert.Equal((long)threads * operations, db.Scalar("SELECT n FROM t WHERE id = 0"));
        Assert.Equal((long)threads * operations, db.Scalar("SELECT count(*) FROM t WHERE id > 0"));
        Assert.Equal("ok", db.Scalar("PRAGMA integrity_check"));
    }

    private static void AddOne(TemporaryFolder folder, string options)
    {
        using var db = folder.Open(options);
        db.Execute(Settings);
        using var transaction = db.BeginTransaction(deferred: false);
        var before = (long)db.Scalar("SELECT n FROM t WHERE id = 0")!;
        db.Execute("UPDATE t SET n = $p0 WHERE id = 0", before + 1);
        db.Execute("INSERT INTO t (n) VALUES ($p0)", before);
        transaction.Commit();
    }
}

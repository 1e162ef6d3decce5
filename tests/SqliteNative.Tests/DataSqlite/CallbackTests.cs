using Microsoft.Data.Sqlite;

namespace SqliteNative.Tests.DataSqlite;

public sealed class CallbackTests : IDisposable
{
    private readonly SqliteConnection db = new("Data Source=:memory:");

    public CallbackTests()
    {
        db.Open();
        db.Execute("CREATE TABLE t (name TEXT, size INTEGER); INSERT INTO t VALUES ('b', 2), ('A', 1), ('c', NULL)");
    }

    public void Dispose() => db.Dispose();

    [Fact]
    public void Functions_take_and_give_every_type()
    {
        db.CreateFunction("twice", (string? text) => text + text);
        db.CreateFunction("area", (double width, double height) => width * height, isDeterministic: true);
        db.CreateFunction("flip", (byte[] bytes) => bytes.Reverse().ToArray());
        Assert.Equal("é\0é\0", db.Scalar("SELECT twice($p0)", "é\0"));
        Assert.Equal(7.5, db.Scalar("SELECT area(2.5, 3)"));
        Assert.Equal(new byte[] { 3, 2, 1 }, db.Scalar("SELECT flip(x'010203')"));
    }

    [Fact]
    public void A_function_that_throws_fails_its_command_only()
    {
        db.CreateFunction("fail", (long value) => value > 1 ? throw new InvalidOperationException("too big") : value);
        var failure = Assert.Throws<SqliteException>(() => db.Execute("UPDATE t SET size = fail(size)"));
        Assert.Equal("SQLite Error 1: 'too big'.", failure.Message);
        Assert.Equal(3L, db.Scalar("SELECT sum(size) FROM t"));
    }

    [Fact]
    public void A_function_may_choose_the_error_code()
    {
        db.CreateFunction<long>("choosy", () => throw new SqliteException("no room", 13));
        Assert.Equal(13, Assert.Throws<SqliteException>(() => db.Scalar("SELECT choosy()")).SqliteErrorCode);
    }

    [Fact]
    public void Aggregates_add_up_and_may_throw()
    {
        db.CreateAggregate("joined", "", (string all, string next) => all + next, all => all + ".");
        db.CreateAggregate("fragile", 0L, (long sum, long? next) => sum + next ?? throw new FormatException("hole"));
        Assert.Equal("bAc.", db.Scalar("SELECT joined(name) FROM t"));
        Assert.Equal(".", db.Scalar("SELECT joined(name) FROM t WHERE 0"));
        Assert.Equal("SQLite Error 1: 'hole'.", Assert.Throws<SqliteException>(() => db.Scalar("SELECT fragile(size) FROM t")).Message);
    }

    [Fact]
    public void Collations_sort_and_may_throw()
    {
        db.CreateCollation("backwards", (a, b) => string.CompareOrdinal(b, a));
        db.CreateCollation("fragile", (_, _) => throw new NotSupportedException("no order"));
        Assert.Equal("c", db.Scalar("SELECT name FROM t ORDER BY name COLLATE backwards"));
        Assert.Equal("no order", Assert.Throws<NotSupportedException>(() => db.Scalar("SELECT name FROM t ORDER BY name COLLATE fragile")).Message);
        Assert.Equal(3L, db.Scalar("SELECT count(*) FROM t"));
    }
}

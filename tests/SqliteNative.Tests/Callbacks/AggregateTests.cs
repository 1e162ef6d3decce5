using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Callbacks;

public sealed class AggregateTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();

    public AggregateTests()
    {
        db.Run("CREATE TABLE t (g, v); INSERT INTO t VALUES ('a', 1), ('b', 10), ('a', 2), ('b', 20)");
        sqlite3_create_function(db, "product", 1, null, Multiply, Finish);
    }

    public void Dispose() => db.Dispose();

    [Fact]
    public void Every_group_has_a_state_of_its_own() =>
        Assert.Equal(["a:2", "b:200"], db.Texts("SELECT g || ':' || product(v) FROM t GROUP BY g ORDER BY g"));

    [Fact]
    public void Two_aggregates_in_one_query_do_not_share_their_state() =>
        Assert.Equal("400/6400", db.Text("SELECT product(v) || '/' || product(v * 2) FROM t"));

    [Fact]
    public void No_rows_give_the_empty_product() => Assert.Equal("1", db.Text("SELECT product(v) FROM t WHERE v > 99"));

    [Fact]
    public void An_exception_in_a_step_fails_the_query_with_its_message()
    {
        sqlite3_create_function(db, "broken", 1, null, (_, _, _) => throw new FormatException("third row is odd"), Finish);
        Assert.Equal((SQLITE_ERROR, "third row is odd"), db.Failure("SELECT broken(v) FROM t GROUP BY g"));
    }

    [Fact]
    public void An_exception_at_the_end_fails_the_query_with_its_message()
    {
        sqlite3_create_function(db, "broken", 1, null, Multiply, (_, _) => throw new FormatException("no result"));
        Assert.Equal((SQLITE_ERROR, "no result"), db.Failure("SELECT broken(v) FROM t GROUP BY g"));
    }

    [Fact]
    public void The_state_is_freed_when_the_query_is_given_up_half_way()
    {
        var states = new List<WeakReference>();
        sqlite3_create_function(db, "held", 1, null, (context, _, _) => states.Add(Hold(context)), (_, _) => { });
        sqlite3_create_function(db, "trap", 1, null, (_, _, values) =>
        {
            if (sqlite3_value_int64(values[0]) == 20) throw new InvalidOperationException("given up");
        });
        Assert.Equal("given up", db.Failure("SELECT held(v), trap(v) FROM t WHERE trap(v) IS NULL").Message);
        Assert.Equal(3, states.Count);
        Memory.Collect();
        Assert.All(states, state => Assert.False(state.IsAlive));
    }

    private static WeakReference Hold(sqlite3_context context) => new(context.state ??= new byte[10]);

    private static void Multiply(sqlite3_context context, object? data, sqlite3_value[] values) =>
        context.state = (double)(context.state ?? 1.0) * sqlite3_value_double(values[0]);

    private static void Finish(sqlite3_context context, object? data) =>
        sqlite3_result_int64(context, (long)(double)(context.state ?? 1.0));
}

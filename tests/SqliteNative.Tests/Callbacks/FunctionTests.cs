using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Callbacks;

public sealed class FunctionTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Every_kind_of_value_goes_in_and_out()
    {
        sqlite3_create_function(db, "echo", 1, null, (context, _, values) => Echo(context, values[0]));
        Assert.Equal(
            "9223372036854775807|0.5|'a'||'🦊'|NULL|x''|x'00ff'",
            db.Text("SELECT echo(9223372036854775807) || '|' || echo(0.5) || '|' || quote(echo('a')) "
                + "|| '|' || echo('') || '|' || quote(echo('🦊')) || '|' || quote(echo(NULL)) || '|' || lower(quote(echo(x''))) || '|' || lower(quote(echo(x'00ff')))"));
        Assert.Equal("61006200", db.Text("SELECT hex(echo(CAST(x'61006200' AS TEXT)))"));
    }

    [Fact]
    public void An_exception_becomes_the_error_of_the_statement()
    {
        sqlite3_create_function(db, "fail", -1, null, (_, _, _) => throw new InvalidOperationException("no tea today ☕"));
        Assert.Equal((SQLITE_ERROR, "no tea today ☕"), db.Failure("SELECT fail(1, 2)"));
        Assert.Equal("1", db.Text("SELECT 1"));
    }

    [Fact]
    public void Even_an_exception_that_cannot_tell_its_message_does_not_end_the_process()
    {
        sqlite3_create_function(db, "fail", 0, null, (_, _, _) => throw new Unspeakable());
        Assert.Equal((SQLITE_ERROR, nameof(Unspeakable)), db.Failure("SELECT fail()"));
    }

    [Fact]
    public void A_function_may_fail_with_a_text_or_a_code_of_its_own()
    {
        sqlite3_create_function(db, "text", 0, null, (context, _, _) => sqlite3_result_error(context, "mine"));
        sqlite3_create_function(db, "code", 0, null, (context, _, _) => sqlite3_result_error_code(context, SQLITE_FULL));
        Assert.Equal((SQLITE_ERROR, "mine"), db.Failure("SELECT text()"));
        Assert.Equal(SQLITE_FULL, db.Failure("SELECT code()").Code);
    }

    [Fact]
    public void Arguments_and_context_cannot_be_used_after_the_call()
    {
        (sqlite3_context? Context, sqlite3_value? Value) kept = default;
        sqlite3_create_function(db, "keep", 1, null, (context, _, values) => kept = (context, values[0]));
        db.Run("SELECT keep('x')");
        Assert.Throws<ObjectDisposedException>(() => sqlite3_value_text(kept.Value!));
        Assert.Throws<ObjectDisposedException>(() => sqlite3_result_null(kept.Context!));
    }

    [Fact]
    public void A_function_may_query_its_own_connection()
    {
        db.Run("CREATE TABLE t (a); INSERT INTO t VALUES (7)");
        sqlite3_create_function(db, "ask", 0, null, (context, _, _) => sqlite3_result_text(context, db.Text("SELECT a FROM t")));
        Assert.Equal("7", db.Text("SELECT ask()"));
    }

    [Fact]
    public void A_collection_during_a_call_moves_nothing_away()
    {
        sqlite3_create_function(db, "collect", 1, null, (context, _, values) =>
        {
            Memory.Collect();
            sqlite3_result_text(context, sqlite3_value_text(values[0]).utf8_to_string());
        });
        Assert.Equal("still here", db.Text("SELECT collect('still here')"));
    }

    private static void Echo(sqlite3_context context, sqlite3_value value)
    {
        switch (sqlite3_value_type(value))
        {
            case SQLITE_INTEGER: sqlite3_result_int64(context, sqlite3_value_int64(value)); break;
            case SQLITE_FLOAT: sqlite3_result_double(context, sqlite3_value_double(value)); break;
            case SQLITE_TEXT: sqlite3_result_text(context, sqlite3_value_text(value).utf8_to_string()); break;
            case SQLITE_BLOB: sqlite3_result_blob(context, sqlite3_value_blob(value)); break;
            default: sqlite3_result_null(context); break;
        }
    }

    private sealed class Unspeakable : Exception
    {
        public override string Message => throw new InvalidOperationException();
    }
}

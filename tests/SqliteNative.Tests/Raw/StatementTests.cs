using System.Text;
using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Raw;

public sealed class StatementTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();

    public void Dispose() => db.Dispose();

    [Fact]
    public void Rows_are_stepped_through_and_counted()
    {
        db.Run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); INSERT INTO t (b) VALUES ('x'), ('y')");
        Assert.Equal(2, sqlite3_changes(db));
        Assert.Equal(2, sqlite3_last_insert_rowid(db));
        Assert.Equal(["x", "y"], db.Texts("SELECT b FROM t ORDER BY a"));
    }

    [Fact]
    public void The_tail_is_what_follows_the_first_statement()
    {
        sqlite3_prepare_v2(db, "SELECT 1; SELECT 2"u8, out var first, out var tail);
        Assert.Equal(" SELECT 2", Encoding.UTF8.GetString(tail));
        sqlite3_prepare_v2(db, tail, out var second, out tail);
        Assert.True(tail.IsEmpty);
        first.Dispose();
        second.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  -- nothing")]
    [InlineData("\0SELECT 1")]
    public void Text_without_a_statement_gives_an_invalid_one_and_no_tail(string sql)
    {
        Assert.Equal(SQLITE_OK, sqlite3_prepare_v2(db, Encoding.UTF8.GetBytes(sql), out var statement, out var tail));
        Assert.True(statement.IsInvalid);
        Assert.True(tail.IsEmpty);
        Assert.Equal(SQLITE_MISUSE, sqlite3_step(statement));
        statement.Dispose();
    }

    [Fact]
    public void A_NUL_in_a_name_is_refused_before_it_cuts_the_name_short() =>
        Assert.Throws<ArgumentException>(() => sqlite3_open("/tmp/a\0b", out _));

    [Fact]
    public void A_syntax_error_says_where()
    {
        Assert.Equal(SQLITE_ERROR, sqlite3_prepare_v2(db, "SELEC 1", out var statement));
        Assert.True(statement.IsInvalid);
        Assert.Equal("near \"SELEC\": syntax error", sqlite3_errmsg(db).utf8_to_string());
    }

    [Fact]
    public void A_statement_knows_what_it_does()
    {
        db.Run("CREATE TABLE t (a)");
        using var read = db.Prepare("SELECT a FROM t");
        using var write = db.Prepare("INSERT INTO t VALUES (1)");
        using var explain = db.Prepare("EXPLAIN QUERY PLAN SELECT a FROM t");
        Assert.Equal((1, 0), (sqlite3_stmt_readonly(read), sqlite3_stmt_readonly(write)));
        Assert.Equal((0, 2), (sqlite3_stmt_isexplain(read), sqlite3_stmt_isexplain(explain)));
    }

    [Fact]
    public void Columns_know_their_origin()
    {
        db.Run("CREATE TABLE t (a VARCHAR(10))");
        using var statement = db.Prepare("SELECT a AS alias, 1 AS one FROM t");
        Assert.Equal(2, sqlite3_column_count(statement));
        Assert.Equal(0, sqlite3_data_count(statement));
        Assert.Equal("alias", sqlite3_column_name(statement, 0).utf8_to_string());
        Assert.Equal("a", sqlite3_column_origin_name(statement, 0).utf8_to_string());
        Assert.Equal("t", sqlite3_column_table_name(statement, 0).utf8_to_string());
        Assert.Equal("main", sqlite3_column_database_name(statement, 0).utf8_to_string());
        Assert.Equal("VARCHAR(10)", sqlite3_column_decltype(statement, 0).utf8_to_string());
        Assert.Null(sqlite3_column_decltype(statement, 1).utf8_to_string());
    }

    [Fact]
    public void A_column_of_a_table_is_described()
    {
        db.Run("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT, b TEXT COLLATE NOCASE NOT NULL)");
        Assert.Equal(SQLITE_OK, sqlite3_table_column_metadata(db, "main", "t", "a", out var type, out _, out _, out var key, out var automatic));
        Assert.Equal(("INTEGER", 1, 1), (type, key, automatic));
        sqlite3_table_column_metadata(db, null, "t", "b", out type, out var collation, out var notNull, out key, out automatic);
        Assert.Equal(("TEXT", "NOCASE", 1, 0, 0), (type, collation, notNull, key, automatic));
        Assert.Equal(SQLITE_ERROR, sqlite3_table_column_metadata(db, null, "t", "c", out type, out _, out _, out _, out _));
        Assert.Null(type);
    }
}

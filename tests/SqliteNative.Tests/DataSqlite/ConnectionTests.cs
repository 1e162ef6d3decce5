using System.Data;
using Microsoft.Data.Sqlite;

namespace SqliteNative.Tests.DataSqlite;

public sealed class ConnectionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteConnection db;

    public ConnectionTests()
    {
        db = folder.Open();
        db.Execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a UNIQUE)");
    }

    public void Dispose()
    {
        db.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("🦊 Ωmega")]
    [InlineData("")]
    public void Text_comes_back_as_it_went(string text)
    {
        db.Execute("INSERT INTO t (a) VALUES ($p0)", text);
        using var reader = db.Query("SELECT a, a FROM t");
        Assert.True(reader.Read());
        Assert.Equal(text, reader.GetString(0));
        Assert.Equal(text, reader.GetFieldValue<string>(1));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character()
    {
        db.Execute("INSERT INTO t (a) VALUES ($p0)", "\uDC00");
        Assert.Equal("\uFFFD", db.Scalar("SELECT a FROM t"));
    }

    [Fact]
    public void Values_of_every_type_come_back()
    {
        object[] values = [long.MinValue, 0.1, "x", Array.Empty<byte>(), new byte[] { 0, 255 }];
        foreach (var value in values) db.Execute("INSERT INTO t (a) VALUES ($p0)", value);
        db.Execute("INSERT INTO t (a) VALUES ($p0)", DBNull.Value);
        using var reader = db.Query("SELECT a FROM t ORDER BY id");
        var read = new List<object>();
        while (reader.Read()) read.Add(reader.GetValue(0));
        Assert.Equal([.. values, DBNull.Value], read);
    }

    [Fact]
    public void A_duplicate_has_its_text_and_both_codes()
    {
        db.Execute("INSERT INTO t (a) VALUES (1)");
        var failure = Assert.Throws<SqliteException>(() => db.Execute("INSERT INTO t (a) VALUES (1)"));
        Assert.Equal((19, 2067), (failure.SqliteErrorCode, failure.SqliteExtendedErrorCode));
        Assert.Equal("SQLite Error 19: 'UNIQUE constraint failed: t.a'.", failure.Message);
    }

    [Fact]
    public void A_syntax_error_is_quoted() =>
        Assert.Equal("SQLite Error 1: 'near \"FRM\": syntax error'.", Assert.Throws<SqliteException>(() => db.Execute("SELECT * FRM t")).Message);

    [Fact]
    public void Several_statements_in_one_command_all_run()
    {
        using var reader = db.Query("INSERT INTO t (a) VALUES (5); SELECT a FROM t; -- and\n SELECT a + 1 FROM t;");
        Assert.True(reader.Read() && reader.NextResult() && reader.Read());
        Assert.Equal(6, reader.GetInt32(0));
        Assert.False(reader.NextResult());
    }

    [Fact]
    public void A_NUL_ends_a_command_and_does_not_hang_it()
    {
        db.Execute("INSERT INTO t (a) VALUES (5);\0 INSERT INTO t (a) VALUES (6)");
        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_rolled_back_transaction_leaves_nothing_and_a_savepoint_only_its_part()
    {
        using (var transaction = db.BeginTransaction())
        {
            db.Execute("INSERT INTO t (a) VALUES (1)");
            transaction.Save("here");
            db.Execute("INSERT INTO t (a) VALUES (2)");
            transaction.Rollback("here");
            transaction.Commit();
        }
        using (db.BeginTransaction()) db.Execute("INSERT INTO t (a) VALUES (3)");
        Assert.Equal(1L, db.Scalar("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_rollback_by_SQL_is_noticed_by_the_transaction_object()
    {
        using var transaction = db.BeginTransaction();
        db.Execute("ROLLBACK");
        Assert.Throws<InvalidOperationException>(transaction.Commit);
    }

    [Fact]
    public void Foreign_keys_are_on_unless_switched_off()
    {
        Assert.Equal(1L, db.Scalar("PRAGMA foreign_keys"));
        using var off = folder.Open("Pooling=False;Foreign Keys=False");
        Assert.Equal(0L, off.Scalar("PRAGMA foreign_keys"));
    }

    [Fact]
    public void The_schema_of_a_result_is_described()
    {
        using var reader = db.Query("SELECT id, a AS alias FROM t");
        var schema = reader.GetSchemaTable();
        Assert.Equal(["id", "alias"], schema.Rows.Cast<DataRow>().Select(row => row["ColumnName"]));
        Assert.Equal(["id", "a"], schema.Rows.Cast<DataRow>().Select(row => row["BaseColumnName"]));
    }

    [Fact]
    public void A_copy_of_a_live_database_is_complete()
    {
        for (var i = 0; i < 500; i++) db.Execute("INSERT INTO t (a) VALUES ($p0)", $"value {i}");
        using var copy = TemporaryFolder.Open(folder.File("copy.db"), "Pooling=False");
        db.BackupDatabase(copy);
        Assert.Equal(500L, copy.Scalar("SELECT count(DISTINCT a) FROM t"));
        Assert.Equal("ok", copy.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public void A_locked_database_fails_after_the_command_timeout()
    {
        using var other = folder.Open("Pooling=False;Default Timeout=1");
        using var transaction = db.BeginTransaction();
        var failure = Assert.Throws<SqliteException>(() => other.BeginTransaction());
        Assert.Equal("SQLite Error 5: 'database is locked'.", failure.Message);
    }

    [Fact]
    public void A_read_only_connection_refuses_to_write()
    {
        using var reader = folder.Open("Pooling=False;Mode=ReadOnly");
        Assert.Equal(8, Assert.Throws<SqliteException>(() => reader.Execute("DELETE FROM t")).SqliteErrorCode);
    }

    [Fact]
    public void Opening_a_folder_or_a_missing_file_fails_with_a_reason()
    {
        var missing = Assert.Throws<SqliteException>(() => TemporaryFolder.Open(folder.File("none.db"), "Mode=ReadWrite"));
        Assert.Equal("SQLite Error 14: 'unable to open database file'.", missing.Message);
        Assert.Equal(14, Assert.Throws<SqliteException>(() => TemporaryFolder.Open(Path.GetTempPath(), "Mode=ReadWrite")).SqliteErrorCode);
    }

    [Fact]
    public void Extensions_that_do_not_exist_are_named()
    {
        var failure = Assert.Throws<SqliteException>(() => db.LoadExtension("no_such_extension"));
        Assert.Contains("no_such_extension", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Use_after_closing_is_an_ordinary_exception()
    {
        using var command = db.CreateCommand();
        command.CommandText = "SELECT a FROM t";
        command.Prepare();
        var reader = command.ExecuteReader();
        db.Close();
        Assert.Throws<InvalidOperationException>(() => reader.Read());
        Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
    }

    [Fact]
    public void A_pooled_connection_comes_back_clean()
    {
        for (var i = 0; i < 3; i++)
        {
            using var pooled = folder.Open("Pooling=True");
            Assert.Throws<SqliteException>(() => pooled.Scalar("SELECT once()"));
            pooled.CreateFunction("once", () => 1L);
            pooled.CreateCollation("once", string.CompareOrdinal);
            Assert.Equal(1L, pooled.Scalar("SELECT once()"));
            using var abandoned = pooled.BeginTransaction();
            pooled.Execute("INSERT INTO t (a) VALUES ('never kept')");
        }
        Assert.Equal(0L, db.Scalar("SELECT count(*) FROM t"));
    }
}

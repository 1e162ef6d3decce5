using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests;

internal static class RawSql
{
    internal static sqlite3 Open(string path = ":memory:", int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    {
        Assert.Equal(SQLITE_OK, sqlite3_open_v2(path, out var db, flags, null));
        return db;
    }

    internal static sqlite3_stmt Prepare(this sqlite3 db, string sql)
    {
        var rc = sqlite3_prepare_v2(db, sql, out var statement);
        Assert.True(rc == SQLITE_OK, sqlite3_errmsg(db).utf8_to_string());
        return statement;
    }

    internal static void Run(this sqlite3 db, string sql)
    {
        var rc = sqlite3_exec(db, sql);
        Assert.True(rc == SQLITE_OK, sqlite3_errmsg(db).utf8_to_string());
    }

    /// <summary>The first column of every row, null as "NULL".</summary>
    internal static string[] Texts(this sqlite3 db, string sql)
    {
        using var statement = db.Prepare(sql);
        var texts = new List<string>();
        while (sqlite3_step(statement) is var rc && rc != SQLITE_DONE)
        {
            Assert.True(rc == SQLITE_ROW, sqlite3_errmsg(db).utf8_to_string());
            texts.Add(sqlite3_column_text(statement, 0).utf8_to_string() ?? "NULL");
        }
        return [.. texts];
    }

    internal static string Text(this sqlite3 db, string sql) => Assert.Single(db.Texts(sql));

    /// <summary>What SQLite answers to a statement that should fail.</summary>
    internal static (int Code, string? Message) Failure(this sqlite3 db, string sql)
    {
        var rc = sqlite3_exec(db, sql);
        Assert.NotEqual(SQLITE_OK, rc);
        return (rc, sqlite3_errmsg(db).utf8_to_string());
    }
}

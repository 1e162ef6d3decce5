using SQLitePCL;

namespace Dashboard.Data;

/// <summary>A connection without ADO.NET in between, for the two places where a million rows pass: import and matrix.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly sqlite3 _db;

    public RawConnection(string path)
    {
        Check(raw.sqlite3_open_v2(path, out _db, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null));
        Execute(SqliteSettings.Pragmas);
    }

    public int Changes => raw.sqlite3_changes(_db);
    public long LastInsertRow => raw.sqlite3_last_insert_rowid(_db);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_db, sql));

    public RawStatement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_db, sql, out var statement));
        return new RawStatement(this, statement);
    }

    public void Dispose() => _db.Dispose();

    internal void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new Microsoft.Data.Sqlite.SqliteException(raw.sqlite3_errmsg(_db).utf8_to_string(), code, raw.sqlite3_extended_errcode(_db));
        }
    }
}

/// <summary>Parameters count from 1, columns from 0, as in SQLite itself.</summary>
internal sealed class RawStatement(RawConnection connection, sqlite3_stmt statement) : IDisposable
{
    public RawStatement Bind(int parameter, long value) { connection.Check(raw.sqlite3_bind_int64(statement, parameter, value)); return this; }

    public RawStatement Bind(int parameter, double value) { connection.Check(raw.sqlite3_bind_double(statement, parameter, value)); return this; }

    public RawStatement Bind(int parameter, ReadOnlySpan<byte> utf8) { connection.Check(raw.sqlite3_bind_text(statement, parameter, utf8)); return this; }

    /// <summary>NaN is a missing value.</summary>
    public RawStatement BindOrNull(int parameter, double value) => double.IsNaN(value) ? BindNull(parameter) : Bind(parameter, value);

    /// <summary>For statements of which some have fewer parameters.</summary>
    public RawStatement BindIfUsed(int parameter, long value) => parameter <= raw.sqlite3_bind_parameter_count(statement) ? Bind(parameter, value) : this;

    public RawStatement BindIfUsed(int parameter, string value) =>
        parameter <= raw.sqlite3_bind_parameter_count(statement) ? Bind(parameter, System.Text.Encoding.UTF8.GetBytes(value)) : this;

    public RawStatement BindNull(int parameter) { connection.Check(raw.sqlite3_bind_null(statement, parameter)); return this; }

    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        connection.Check(code);
        return code == raw.SQLITE_ROW;
    }

    public void Run()
    {
        Step();
        Reset();
    }

    public void Reset() => raw.sqlite3_reset(statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>NaN for a missing value.</summary>
    public double Number(int column)
    {
        // A missing value reads as zero, so only zeros have to be asked: a call less for nearly every cell of a million.
        var number = raw.sqlite3_column_double(statement, column);
        return number == 0 && IsNull(column) ? double.NaN : number;
    }

    public string? Text(int column) =>
        raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(statement, column).utf8_to_string();

    /// <summary>Good until the next step; empty for a missing value.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();
}

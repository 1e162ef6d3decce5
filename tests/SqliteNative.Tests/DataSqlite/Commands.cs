using Microsoft.Data.Sqlite;

namespace SqliteNative.Tests.DataSqlite;

internal static class Commands
{
    internal static int Execute(this SqliteConnection db, string sql, params object[] values)
    {
        using var command = db.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    internal static object? Scalar(this SqliteConnection db, string sql, params object[] values)
    {
        using var command = db.Command(sql, values);
        return command.ExecuteScalar();
    }

    internal static SqliteDataReader Query(this SqliteConnection db, string sql) => db.Command(sql, []).ExecuteReader();

    private static SqliteCommand Command(this SqliteConnection db, string sql, object[] values)
    {
        var command = db.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"$p{i}", values[i]);
        return command;
    }
}

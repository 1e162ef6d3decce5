using Dashboard.Data;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Data;

public sealed class StorageFaultTests
{
    [Fact]
    public void A_full_database_says_that_the_disk_is_full()
    {
        var path = Path.GetTempFileName();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "CREATE TABLE t (x)");
        Execute(connection, "PRAGMA max_page_count=4");

        var fault = Assert.Throws<SqliteException>(() => Execute(connection, "INSERT INTO t VALUES (zeroblob(1000000))"));

        Assert.Contains("disk of this site is full", StorageFault.Explain(fault));
    }

    [Fact]
    public void A_fault_of_another_kind_is_left_to_the_log() =>
        Assert.Null(StorageFault.Explain(new InvalidOperationException()));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

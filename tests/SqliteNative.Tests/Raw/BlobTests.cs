using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Raw;

public sealed class BlobTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();

    public BlobTests() => db.Run("CREATE TABLE t (id INTEGER PRIMARY KEY, data BLOB); INSERT INTO t VALUES (1, x'00112233'), (2, x'')");

    public void Dispose() => db.Dispose();

    [Fact]
    public void Bytes_are_read_and_written_in_place()
    {
        using (var blob = Open(row: 1, writable: true))
        {
            Assert.Equal(4, sqlite3_blob_bytes(blob));
            Assert.Equal(SQLITE_OK, sqlite3_blob_write(blob, [0xAA, 0xBB], 1));
            var read = new byte[3];
            Assert.Equal(SQLITE_OK, sqlite3_blob_read(blob, read, 0));
            Assert.Equal([0x00, 0xAA, 0xBB], read);
        }
        Assert.Equal("00AABB33", db.Text("SELECT hex(data) FROM t WHERE id = 1"));
    }

    [Fact]
    public void Nothing_is_read_or_written_past_the_end()
    {
        using var blob = Open(row: 1, writable: true);
        Assert.Equal(SQLITE_ERROR, sqlite3_blob_read(blob, new byte[4], 1));
        Assert.Equal(SQLITE_ERROR, sqlite3_blob_write(blob, new byte[1], 4));
        Assert.Equal(SQLITE_ERROR, sqlite3_blob_read(blob, new byte[1], -1));
    }

    [Fact]
    public void An_empty_blob_reads_nothing()
    {
        using var blob = Open(row: 2, writable: false);
        Assert.Equal(0, sqlite3_blob_bytes(blob));
        Assert.Equal(SQLITE_OK, sqlite3_blob_read(blob, [], 0));
    }

    [Fact]
    public void A_row_that_does_not_exist_gives_an_invalid_blob()
    {
        Assert.Equal(SQLITE_ERROR, sqlite3_blob_open(db, "main", "t", "data", 99, 0, out var blob));
        Assert.True(blob.IsInvalid);
        Assert.Equal("no such rowid: 99", sqlite3_errmsg(db).utf8_to_string());
    }

    [Fact]
    public void A_blob_whose_row_changed_is_aborted_and_may_outlive_its_connection()
    {
        const int abort = 4;
        var blob = Open(row: 1, writable: true);
        db.Run("UPDATE t SET data = x'01'");
        Assert.Equal(abort, sqlite3_blob_read(blob, new byte[1], 0));
        db.Dispose();
        blob.Dispose();
    }

    private sqlite3_blob Open(long row, bool writable)
    {
        Assert.Equal(SQLITE_OK, sqlite3_blob_open(db, "main", "t", "data", row, writable ? 1 : 0, out var blob));
        return blob;
    }
}

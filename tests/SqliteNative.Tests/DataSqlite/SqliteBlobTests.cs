using Microsoft.Data.Sqlite;

namespace SqliteNative.Tests.DataSqlite;

public sealed class SqliteBlobTests : IDisposable
{
    private const int Length = 300_000;

    private readonly TemporaryFolder folder = new();
    private readonly SqliteConnection db;
    private readonly byte[] bytes = new byte[Length];

    public SqliteBlobTests()
    {
        new Random(42).NextBytes(bytes);
        db = folder.Open();
        db.Execute("CREATE TABLE files (id INTEGER PRIMARY KEY, content BLOB)");
        db.Execute("INSERT INTO files VALUES (1, zeroblob($p0))", Length);
    }

    public void Dispose()
    {
        db.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_stream_written_in_pieces_is_read_back_whole()
    {
        using (var target = new SqliteBlob(db, "files", "content", 1))
            foreach (var piece in bytes.Chunk(7919)) target.Write(piece);
        using var source = new SqliteBlob(db, "files", "content", 1, readOnly: true);
        var copy = new MemoryStream();
        source.CopyTo(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public void A_stream_can_be_positioned_but_not_grown()
    {
        using var stream = new SqliteBlob(db, "files", "content", 1);
        stream.Seek(-2, SeekOrigin.End);
        stream.Write([1, 2]);
        Assert.Throws<NotSupportedException>(() => stream.Write([3]));
        stream.Position = Length - 3;
        var last = new byte[10];
        Assert.Equal(3, stream.Read(last));
        Assert.Equal([0, 1, 2], last[..3]);
    }

    [Fact]
    public void A_reader_gives_a_stream_over_its_column()
    {
        db.Execute("UPDATE files SET content = $p0", bytes);
        using var reader = db.Query("SELECT id, content FROM files");
        reader.Read();
        using var stream = reader.GetStream(1);
        Assert.IsType<SqliteBlob>(stream);
        Assert.Equal(bytes[0], stream.ReadByte());
    }

    [Fact]
    public void A_read_only_stream_and_a_missing_row_are_refused()
    {
        using var stream = new SqliteBlob(db, "files", "content", 1, readOnly: true);
        Assert.Throws<NotSupportedException>(() => stream.Write([1]));
        Assert.Throws<SqliteException>(() => new SqliteBlob(db, "files", "content", 2));
    }
}

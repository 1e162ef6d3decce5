using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Raw;

public sealed class BindTests : IDisposable
{
    private readonly sqlite3 db = RawSql.Open();

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("\0")]
    [InlineData("Grüße, 客户, 🦊")]
    [InlineData("\u000B\uFFFE\uFEFF")]
    public void Text_comes_back_as_it_went(string text) => Assert.Equal(text, Echo(statement => sqlite3_bind_text(statement, 1, text)));

    [Theory]
    [InlineData(255)]
    [InlineData(340)]
    [InlineData(341)]
    [InlineData(1024)]
    [InlineData(100_000)]
    public void Text_of_any_length_comes_back_whole(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)(0x4E00 + i % 1000)));
        Assert.Equal(text, Echo(statement => sqlite3_bind_text(statement, 1, text)));
    }

    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("x\uFFFDy", Echo(statement => sqlite3_bind_text(statement, 1, "x\uD83Ey")));

    [Fact]
    public void No_text_is_null_and_empty_text_is_not()
    {
        Assert.Equal(SQLITE_NULL, TypeOf(statement => sqlite3_bind_text(statement, 1, (string?)null)));
        Assert.Equal(SQLITE_TEXT, TypeOf(statement => sqlite3_bind_text(statement, 1, "")));
        Assert.Equal(SQLITE_TEXT, TypeOf(statement => sqlite3_bind_text(statement, 1, ReadOnlySpan<byte>.Empty)));
        Assert.Equal(SQLITE_TEXT, TypeOf(statement => sqlite3_bind_text(statement, 1, ReadOnlySpan<char>.Empty)));
    }

    [Fact]
    public void An_empty_blob_is_not_null()
    {
        Assert.Equal(SQLITE_BLOB, TypeOf(statement => sqlite3_bind_blob(statement, 1, default)));
        Assert.Equal(SQLITE_NULL, TypeOf(statement => sqlite3_bind_null(statement, 1)));
    }

    [Fact]
    public void Bytes_come_back_as_they_went()
    {
        using var statement = db.Prepare("SELECT ?1");
        byte[] bytes = [0, 255, 0, 128];
        sqlite3_bind_blob(statement, 1, bytes);
        sqlite3_step(statement);
        Assert.Equal(bytes, sqlite3_column_blob(statement, 0).ToArray());
    }

    [Fact]
    public void Numbers_come_back_bit_by_bit()
    {
        using var statement = db.Prepare("SELECT ?1, ?2");
        foreach (var number in new[] { 0.1, -0.0, double.Epsilon, double.MaxValue, double.NegativeInfinity })
        {
            sqlite3_bind_double(statement, 1, number);
            sqlite3_bind_int64(statement, 2, long.MinValue);
            Assert.Equal(SQLITE_ROW, sqlite3_step(statement));
            Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(sqlite3_column_double(statement, 0)));
            Assert.Equal(long.MinValue, sqlite3_column_int64(statement, 1));
            sqlite3_reset(statement);
        }
    }

    [Fact]
    public void Not_a_number_is_stored_as_null() =>
        Assert.Equal(SQLITE_NULL, TypeOf(statement => sqlite3_bind_double(statement, 1, double.NaN)));

    [Fact]
    public void Parameters_have_names_and_positions()
    {
        using var statement = db.Prepare("SELECT @name, ?, $größe");
        Assert.Equal(3, sqlite3_bind_parameter_count(statement));
        Assert.Equal("@name", sqlite3_bind_parameter_name(statement, 1).utf8_to_string());
        Assert.Null(sqlite3_bind_parameter_name(statement, 2).utf8_to_string());
        Assert.Equal(3, sqlite3_bind_parameter_index(statement, "$größe"));
        Assert.Equal(0, sqlite3_bind_parameter_index(statement, "@other"));
    }

    [Fact]
    public void A_parameter_that_does_not_exist_is_out_of_range()
    {
        using var statement = db.Prepare("SELECT ?1");
        Assert.Equal(SQLITE_RANGE, sqlite3_bind_int64(statement, 2, 1));
    }

    [Fact]
    public void Cleared_bindings_are_null()
    {
        using var statement = db.Prepare("SELECT ?1");
        sqlite3_bind_int64(statement, 1, 7);
        sqlite3_clear_bindings(statement);
        sqlite3_step(statement);
        Assert.Equal(SQLITE_NULL, sqlite3_column_type(statement, 0));
    }

    private string? Echo(Action<sqlite3_stmt> bind)
    {
        using var statement = db.Prepare("SELECT ?1");
        bind(statement);
        Assert.Equal(SQLITE_ROW, sqlite3_step(statement));
        return sqlite3_column_text(statement, 0).utf8_to_string();
    }

    private int TypeOf(Action<sqlite3_stmt> bind)
    {
        using var statement = db.Prepare("SELECT ?1");
        bind(statement);
        Assert.Equal(SQLITE_ROW, sqlite3_step(statement));
        return sqlite3_column_type(statement, 0);
    }
}

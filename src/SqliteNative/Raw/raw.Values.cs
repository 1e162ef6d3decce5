namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_value_type(sqlite3_value val) => Native.sqlite3_value_type(val.Live);

    public static long sqlite3_value_int64(sqlite3_value val) => Native.sqlite3_value_int64(val.Live);

    public static double sqlite3_value_double(sqlite3_value val) => Native.sqlite3_value_double(val.Live);

    public static utf8z sqlite3_value_text(sqlite3_value val)
    {
        var text = Native.sqlite3_value_text(val.Live);
        return text is null ? default : new(text, Native.sqlite3_value_bytes(val.Live));
    }

    public static ReadOnlySpan<byte> sqlite3_value_blob(sqlite3_value val)
    {
        var bytes = Native.sqlite3_value_blob(val.Live);
        return bytes is null ? default : new(bytes, Native.sqlite3_value_bytes(val.Live));
    }
}

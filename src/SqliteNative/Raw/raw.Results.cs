using System.Text;

namespace SQLitePCL;

public static unsafe partial class raw
{
    public static void sqlite3_result_null(sqlite3_context context) => Native.sqlite3_result_null(context.Live);

    public static void sqlite3_result_int64(sqlite3_context context, long val) => Native.sqlite3_result_int64(context.Live, val);

    public static void sqlite3_result_double(sqlite3_context context, double val) => Native.sqlite3_result_double(context.Live, val);

    public static void sqlite3_result_text(sqlite3_context context, string? val)
    {
        if (val is null)
        {
            sqlite3_result_null(context);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(val);
        fixed (byte* text = bytes.Length == 0 ? " "u8 : bytes)
            Native.sqlite3_result_text(context.Live, text, bytes.Length, SQLITE_TRANSIENT);
    }

    public static void sqlite3_result_blob(sqlite3_context context, ReadOnlySpan<byte> val)
    {
        if (val.IsEmpty) Native.sqlite3_result_zeroblob(context.Live, 0);
        else fixed (byte* bytes = val) Native.sqlite3_result_blob(context.Live, bytes, val.Length, SQLITE_TRANSIENT);
    }

    public static void sqlite3_result_error(sqlite3_context context, string? val)
    {
        var message = Encoding.UTF8.GetBytes(val is { Length: > 0 } ? val : "error");
        fixed (byte* text = message) Native.sqlite3_result_error(context.Live, text, message.Length);
    }

    public static void sqlite3_result_error_code(sqlite3_context context, int code) =>
        Native.sqlite3_result_error_code(context.Live, code);
}

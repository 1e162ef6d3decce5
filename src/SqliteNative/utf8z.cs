using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SQLitePCL;

/// <summary>UTF-8 text, or no text at all. Text that SQLite handed out is valid until the next call on the same handle.</summary>
public readonly unsafe ref struct utf8z
{
    // The byte after the last one is always NUL, so the start can be passed on as a C string.
    private readonly ReadOnlySpan<byte> text;

    internal utf8z(byte* terminated) => text = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(terminated);

    internal utf8z(byte* start, int length) => text = new(start, length);

    private utf8z(byte[] terminated) => text = terminated.AsSpan(..^1);

    public static utf8z FromString(string? s) => Utf8.Terminated(s) is { } bytes ? new(bytes) : default;

    public string? utf8_to_string() => IsNull ? null : Encoding.UTF8.GetString(text);

    public override string ToString() => utf8_to_string() ?? "";

    internal bool IsNull => Unsafe.IsNullRef(ref MemoryMarshal.GetReference(text));

    // Lets `fixed` pin the text itself: an empty span would give a null pointer, which SQLite reads as "none".
    internal ref readonly byte GetPinnableReference() => ref MemoryMarshal.GetReference(text);
}

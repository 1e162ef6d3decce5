using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>Managed objects that SQLite holds as its "user data" pointers.</summary>
internal static unsafe class Callback
{
    internal static nint Keep<T>(T target) where T : class => GCHandle<T>.ToIntPtr(new GCHandle<T>(target));

    internal static T Target<T>(nint kept) where T : class => GCHandle<T>.FromIntPtr(kept).Target;

    internal static void Free(nint kept)
    {
        if (kept != 0) GCHandle.FromIntPtr(kept).Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void OnDestroy(nint kept) => Free(kept);
}

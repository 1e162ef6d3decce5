using System.Runtime.CompilerServices;

namespace SqliteNative.Tests;

internal static class Memory
{
    internal static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    /// <summary>Runs in a frame of its own, so that no local keeps alive what it made.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static T Apart<T>(Func<T> make) => make();
}

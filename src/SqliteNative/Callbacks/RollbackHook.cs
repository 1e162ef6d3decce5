using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SQLitePCL;

internal sealed record RollbackHook(object? Data, delegate_rollback Notify, CallbackFailures Failures)
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void OnRollback(nint kept)
    {
        var hook = Callback.Target<RollbackHook>(kept);
        try
        {
            hook.Notify(hook.Data);
        }
        catch (Exception failure)
        {
            hook.Failures.Remember(failure);
        }
    }
}

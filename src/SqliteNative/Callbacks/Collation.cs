using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SQLitePCL;

internal sealed unsafe record Collation(object? Data, strdelegate_collation Compare, CallbackFailures Failures)
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static int OnCompare(nint kept, int leftLength, byte* left, int rightLength, byte* right)
    {
        var collation = Callback.Target<Collation>(kept);
        var a = new ReadOnlySpan<byte>(left, leftLength);
        var b = new ReadOnlySpan<byte>(right, rightLength);
        try
        {
            return collation.Compare(collation.Data, Encoding.UTF8.GetString(a), Encoding.UTF8.GetString(b));
        }
        catch (Exception failure)
        {
            collation.Failures.Remember(failure);
            collation.Failures.Interrupt();
            return a.SequenceCompareTo(b);
        }
    }

    // An interrupt is not looked at by a short write, so the commit itself must be refused.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static int OnCommit(nint failures) => Callback.Target<CallbackFailures>(failures).Any ? 1 : 0;
}

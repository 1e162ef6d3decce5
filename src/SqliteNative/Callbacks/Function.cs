using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SQLitePCL;

/// <summary>A scalar or aggregate function. Whatever it throws becomes the error of the SQL statement.</summary>
internal sealed unsafe record Function(
    object? Data, delegate_function_scalar? Scalar, delegate_function_aggregate_step? Step, delegate_function_aggregate_final? Final)
{
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void OnScalar(nint context, int count, nint* values)
    {
        var call = new sqlite3_context(context);
        try
        {
            var function = Of(context);
            function.Scalar!(call, function.Data, Arguments(call, count, values));
        }
        catch (Exception failure)
        {
            Report(context, failure);
        }
        finally
        {
            call.Leave();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void OnStep(nint context, int count, nint* values)
    {
        sqlite3_context? group = null;
        try
        {
            group = Group(context, Native.sqlite3_aggregate_context(context, sizeof(nint)));
            var function = Of(context);
            function.Step!(group, function.Data, Arguments(group, count, values));
        }
        catch (Exception failure)
        {
            Report(context, failure);
        }
        finally
        {
            group?.Leave();
        }
    }

    // Also called for a statement that is abandoned half way, which is where the group is freed then.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void OnFinal(nint context)
    {
        sqlite3_context? group = null;
        try
        {
            group = LastOf(context, Native.sqlite3_aggregate_context(context, 0));
            var function = Of(context);
            function.Final!(group, function.Data);
        }
        catch (Exception failure)
        {
            Report(context, failure);
        }
        finally
        {
            group?.Leave();
        }
    }

    private static Function Of(nint context) => Callback.Target<Function>(Native.sqlite3_user_data(context));

    private static sqlite3_value[] Arguments(sqlite3_context call, int count, nint* values)
    {
        var arguments = new sqlite3_value[count];
        for (var i = 0; i < count; i++) arguments[i] = new(call, values[i]);
        return arguments;
    }

    private static sqlite3_context Group(nint context, nint* slot)
    {
        if (slot is null) throw new InsufficientMemoryException("out of memory");
        if (*slot == 0) *slot = Callback.Keep(new sqlite3_context(context));
        var group = Callback.Target<sqlite3_context>(*slot);
        group.Enter(context);
        return group;
    }

    private static sqlite3_context LastOf(nint context, nint* slot)
    {
        if (slot is null || *slot == 0) return new(context);
        var group = Group(context, slot);
        Callback.Free(*slot);
        *slot = 0;
        return group;
    }

    private static void Report(nint context, Exception failure)
    {
        var message = Encoding.UTF8.GetBytes(MessageOf(failure));
        fixed (byte* text = message) Native.sqlite3_result_error(context, text, message.Length);
    }

    private static string MessageOf(Exception failure)
    {
        try
        {
            return failure.Message is { Length: > 0 } message ? message : failure.GetType().Name;
        }
        catch (Exception)
        {
            return failure.GetType().Name;
        }
    }
}

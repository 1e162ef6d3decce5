using System.Reflection;
using System.Reflection.Emit;

namespace Dashboard.Tests;

/// <summary>The types that a type names anywhere: in its base, attributes, signatures, and in the code of its methods.</summary>
internal static class Members
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> UsedBy(Type type)
    {
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToList();
        return Parts([type.BaseType, .. type.GetInterfaces(), .. type.GetCustomAttributesData().Select(a => a.AttributeType)])
            .Concat(Parts(type.GetFields(All).Select(field => field.FieldType)))
            .Concat(Parts(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)))
            .Concat(Parts(methods.OfType<MethodInfo>().Select(method => method.ReturnType)))
            .Concat(Parts(methods.SelectMany(InBody)));
    }

    private static IEnumerable<Type> Parts(IEnumerable<Type?> types) =>
        types.OfType<Type>().SelectMany(type => Parts(type.GetGenericArguments()).Append(type.GetElementType() ?? type));

    private static IEnumerable<Type?> InBody(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var first = code[at++];
            var operation = Codes[first == 0xFE ? (short)(0xFE00 | code[at++]) : first];
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineField or OperandType.InlineTok)
            {
                foreach (var type in Named(method, BitConverter.ToInt32(code, at)))
                {
                    yield return type;
                }
            }
            at += SizeOf(operation, code, at);
        }
    }

    private static IEnumerable<Type?> Named(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member switch
        {
            Type type => [type],
            MethodInfo called => [called.DeclaringType, .. called.GetGenericArguments()],
            _ => [member?.DeclaringType],
        };
    }

    private static int SizeOf(OpCode operation, byte[] code, int at) => operation.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}

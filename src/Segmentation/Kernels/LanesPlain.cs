using System.Runtime.CompilerServices;

namespace Segmentation.Kernels;

/// <summary>One number: the form for machines without wide registers, and the one to read first.</summary>
internal readonly struct LanesPlain(float value) : ILanes<LanesPlain>
{
    private readonly float _value = value;

    public static int Width => 1;

    public static LanesPlain Create(float value) => new(value);

    public static LanesPlain Load(ref float start, nint offset) => new(Unsafe.Add(ref start, offset));

    public static void Store(LanesPlain value, ref float start, nint offset) => Unsafe.Add(ref start, offset) = value._value;

    public static void StoreAsInt(LanesPlain value, ref int start, nint offset) => Unsafe.Add(ref start, offset) = (int)value._value;

    public static LanesPlain operator +(LanesPlain left, LanesPlain right) => new(left._value + right._value);

    public static LanesPlain operator -(LanesPlain left, LanesPlain right) => new(left._value - right._value);

    public static LanesPlain operator *(LanesPlain left, LanesPlain right) => new(left._value * right._value);

    public static LanesPlain operator /(LanesPlain left, LanesPlain right) => new(left._value / right._value);

    public static LanesPlain MultiplyAdd(LanesPlain left, LanesPlain right, LanesPlain addend) =>
        new(MathF.FusedMultiplyAdd(left._value, right._value, addend._value));

    public static LanesPlain Max(LanesPlain left, LanesPlain right) => new(left._value > right._value ? left._value : right._value);

    public static LanesPlain Min(LanesPlain left, LanesPlain right) => new(left._value < right._value ? left._value : right._value);

    public static LanesPlain Sqrt(LanesPlain value) => new(MathF.Sqrt(value._value));

    public static LanesPlain WhereGreater(LanesPlain left, LanesPlain right, LanesPlain then, LanesPlain otherwise) =>
        left._value > right._value ? then : otherwise;

    public static ulong AtMost(LanesPlain value, LanesPlain bound) => value._value <= bound._value ? 1UL : 0;

    public static LanesPlain First(LanesPlain value, int count) => count > 0 ? value : default;

    public static float Sum(LanesPlain value) => value._value;
}

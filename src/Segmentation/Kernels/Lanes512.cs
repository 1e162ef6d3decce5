using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>16 numbers in one 512-bit register.</summary>
internal readonly struct Lanes512(Vector512<float> value) : ILanes<Lanes512>
{
    private readonly Vector512<float> _value = value;

    public static int Width => 16;

    public static Lanes512 Create(float value) => new(Vector512.Create(value));

    public static Lanes512 Load(ref float start, nint offset) => new(Vector512.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    public static void Store(Lanes512 value, ref float start, nint offset) => value._value.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static void StoreAsInt(Lanes512 value, ref int start, nint offset) =>
        Vector512.ConvertToInt32Native(value._value).StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._value + right._value);

    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => new(left._value - right._value);

    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => new(left._value * right._value);

    public static Lanes512 operator /(Lanes512 left, Lanes512 right) => new(left._value / right._value);

    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 addend) =>
        new(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value));

    public static Lanes512 Max(Lanes512 left, Lanes512 right) => new(Vector512.MaxNative(left._value, right._value));

    public static Lanes512 Min(Lanes512 left, Lanes512 right) => new(Vector512.MinNative(left._value, right._value));

    public static Lanes512 Sqrt(Lanes512 value) => new(Vector512.Sqrt(value._value));

    public static Lanes512 WhereGreater(Lanes512 left, Lanes512 right, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(left._value, right._value), then._value, otherwise._value));

    public static ulong AtMost(Lanes512 value, Lanes512 bound) =>
        Vector512.LessThanOrEqual(value._value, bound._value).ExtractMostSignificantBits();

    public static Lanes512 First(Lanes512 value, int count) =>
        new(value._value & Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle());

    public static float Sum(Lanes512 value) => Vector512.Sum(value._value);
}

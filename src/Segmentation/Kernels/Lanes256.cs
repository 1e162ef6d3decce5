using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Kernels;

/// <summary>8 numbers in one 256-bit register.</summary>
internal readonly struct Lanes256(Vector256<float> value) : ILanes<Lanes256>
{
    private readonly Vector256<float> _value = value;

    public static int Width => 8;

    public static Lanes256 Create(float value) => new(Vector256.Create(value));

    public static Lanes256 Load(ref float start, nint offset) => new(Vector256.LoadUnsafe(ref Unsafe.Add(ref start, offset)));

    public static void Store(Lanes256 value, ref float start, nint offset) => value._value.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static void StoreAsInt(Lanes256 value, ref int start, nint offset) =>
        Vector256.ConvertToInt32Native(value._value).StoreUnsafe(ref Unsafe.Add(ref start, offset));

    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._value + right._value);

    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => new(left._value - right._value);

    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => new(left._value * right._value);

    public static Lanes256 operator /(Lanes256 left, Lanes256 right) => new(left._value / right._value);

    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 addend) =>
        new(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value));

    public static Lanes256 Max(Lanes256 left, Lanes256 right) => new(Vector256.MaxNative(left._value, right._value));

    public static Lanes256 Min(Lanes256 left, Lanes256 right) => new(Vector256.MinNative(left._value, right._value));

    public static Lanes256 Sqrt(Lanes256 value) => new(Vector256.Sqrt(value._value));

    public static Lanes256 WhereGreater(Lanes256 left, Lanes256 right, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(left._value, right._value), then._value, otherwise._value));

    public static ulong AtMost(Lanes256 value, Lanes256 bound) =>
        Vector256.LessThanOrEqual(value._value, bound._value).ExtractMostSignificantBits();

    public static Lanes256 First(Lanes256 value, int count) =>
        new(value._value & Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle());

    public static float Sum(Lanes256 value) => Vector256.Sum(value._value);
}

namespace Segmentation.Kernels;

/// <summary>
/// Some float32 numbers worked on at once. A kernel is written once over this and compiled for 512 bits, 256 bits and
/// one plain number; lane by lane all three round alike.
/// </summary>
internal interface ILanes<T>
    where T : struct, ILanes<T>
{
    static abstract int Width { get; }

    static abstract T Create(float value);

    static abstract T Load(ref float start, nint offset);

    static abstract void Store(T value, ref float start, nint offset);

    /// <summary>Stores whole numbers held as float.</summary>
    static abstract void StoreAsInt(T value, ref int start, nint offset);

    static abstract T operator +(T left, T right);

    static abstract T operator -(T left, T right);

    static abstract T operator *(T left, T right);

    static abstract T operator /(T left, T right);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract T MultiplyAdd(T left, T right, T addend);

    static abstract T Max(T left, T right);

    static abstract T Min(T left, T right);

    static abstract T Sqrt(T value);

    static abstract T WhereGreater(T left, T right, T then, T otherwise);

    /// <summary>Bit i is set where lane i is at most the bound.</summary>
    static abstract ulong AtMost(T value, T bound);

    /// <summary>The first lanes as they are, the others 0.</summary>
    static abstract T First(T value, int count);

    static abstract float Sum(T value);
}

namespace Segmentation;

/// <summary>A cell holds NaN, an infinity, or a number beyond the float32 range; rows and columns count from 0.</summary>
public sealed class NotFiniteValueException(int row, int column)
    : ArgumentException($"The value in row {row}, column {column} is not a finite number.")
{
    public int Row { get; } = row;

    public int Column { get; } = column;
}

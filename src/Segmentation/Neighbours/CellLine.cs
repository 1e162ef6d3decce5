namespace Segmentation.Neighbours;

/// <summary>Some of five places in a line along the first column: what to add to a place for the first of them, and a bit for each of those meant.</summary>
internal readonly record struct CellLine(int Step, ulong Places)
{
    public const int Length = 5;
    public const ulong All = (1 << Length) - 1;
}

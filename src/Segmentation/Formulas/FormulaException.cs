namespace Segmentation.Formulas;

/// <summary>A text is not a formula; Position counts its characters from 0.</summary>
public sealed class FormulaException(string message, int position) : ArgumentException(message)
{
    public int Position { get; } = position;
}

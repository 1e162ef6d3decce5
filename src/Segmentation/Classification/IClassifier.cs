namespace Segmentation.Classification;

/// <summary>A fitted model that gives every row a probability for each class; classes count from 0.</summary>
public interface IClassifier
{
    /// <summary>How many numbers a row has.</summary>
    int Features { get; }

    int Classes { get; }

    /// <summary>
    /// Writes the probabilities of a row, which sum to 1: one number per feature in, one per class out. Safe to call from
    /// several threads at once, and without allocation.
    /// </summary>
    void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities);
}

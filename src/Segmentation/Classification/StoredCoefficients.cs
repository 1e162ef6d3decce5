namespace Segmentation.Classification;

/// <summary>A logistic regression as it is stored.</summary>
internal sealed record StoredCoefficients(double[][] Coefficients, double[] Intercepts, int Iterations)
{
    public static StoredCoefficients? Of(LogisticRegression? model) =>
        model is null ? null : new StoredCoefficients(model.Coefficients, model.Intercepts, model.Iterations);

    public LogisticRegression ToModel()
    {
        ClassifierFile.Check(Coefficients is { Length: > 0 } && Intercepts?.Length == Coefficients.Length, "there is not one intercept per class");
        ClassifierFile.Check(Coefficients.All(row => row is { Length: > 0 } && row.Length == Coefficients[0].Length), "classes differ in their number of coefficients");
        ClassifierFile.Check(Coefficients.SelectMany(row => row).Concat(Intercepts!).All(double.IsFinite), "a number is not finite");
        return new LogisticRegression(Coefficients, Intercepts!, Iterations);
    }
}

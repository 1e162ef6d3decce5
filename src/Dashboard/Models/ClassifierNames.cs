namespace Dashboard.Models;

public static class ClassifierNames
{
    /// <summary>For people.</summary>
    public static string Of(string kind) => kind switch
    {
        ClassifierTrial.Rule => "the nearest-centre rule",
        "logistic-regression" => "logistic regression",
        "random-forest" => "a random forest",
        _ => "gradient boosting",
    };
}

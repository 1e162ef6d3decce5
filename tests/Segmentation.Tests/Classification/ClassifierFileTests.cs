using System.Text.Json.Nodes;
using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class ClassifierFileTests
{
    private static readonly Matrix Data = Tables.Blobs(300, 3, 4, seed: 6);
    private static readonly int[] Labels = [.. Enumerable.Range(0, Data.Rows).Select(i => (Data[i, 0] > 5 ? 1 : 0) + (Data[i, 1] > 5 ? 1 : 0))];

    private static readonly Dictionary<string, IClassifier> Models = new()
    {
        ["logistic-regression"] = LogisticRegression.Fit(Data, Labels),
        ["random-forest"] = RandomForest.Fit(Data, Labels, trees: 5),
        ["gradient-boosting"] = GradientBoosting.Fit(Data, Labels, rounds: 5),
    };

    public static TheoryData<string> Kinds => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_written_predicts_the_same_to_the_last_bit(string kind)
    {
        string json = ClassifierFile.Write(Models[kind]);
        var read = ClassifierFile.Read(json);
        Assert.IsType(Models[kind].GetType(), read);
        Assert.Equal(Models[kind].Probabilities(Data), read.Probabilities(Data));
        Assert.Equal(json, ClassifierFile.Write(read));
        Assert.StartsWith($$"""{"format":"segmentation classifier","version":1,"kind":"{{kind}}",""", json, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Any_changed_or_missing_character_is_noticed_or_does_not_matter(string kind)
    {
        string json = ClassifierFile.Write(Models[kind]);
        var random = new SplitMix(1);
        for (int i = 0; i < 200; i++)
        {
            int place = random.NextBelow(json.Length);
            string damaged = random.NextBelow(3) == 0 ? json[..place] : json[..place] + (char)(32 + random.NextBelow(95)) + json[(place + 1)..];
            if (damaged != json)
                Assert.Throws<InvalidDataException>(() => ClassifierFile.Read(damaged));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":"something else"}""")]
    [InlineData("""{"format":7}""")]
    [InlineData("""{"format":"segmentation classifier"}""")]
    public void Other_texts_are_refused(string json) => Assert.Throws<InvalidDataException>(() => ClassifierFile.Read(json));

    [Fact]
    public void A_newer_version_and_an_unknown_kind_are_named()
    {
        string json = ClassifierFile.Write(Models["logistic-regression"]);
        Assert.Contains("version 2, known is version 1", Refusal(json.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)));
        Assert.Contains("called oracle", Refusal(json.Replace("\"kind\":\"logistic-regression\"", "\"kind\":\"oracle\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("random-forest", "next", "1", "a node leads nowhere")]
    [InlineData("random-forest", "next", "-1", "a node leads nowhere")]
    [InlineData("random-forest", "next", "1000000", "a node leads nowhere")]
    [InlineData("random-forest", "feature", "3", "a node leads nowhere")]
    [InlineData("gradient-boosting", "feature", "-2", "a node leads nowhere")]
    [InlineData("gradient-boosting", "roots", "-1", "a tree begins nowhere")]
    [InlineData("gradient-boosting", "leaves", "1e999", "a number is not finite")]
    [InlineData("gradient-boosting", "cut", "1e999", "a number is not finite")]
    [InlineData("random-forest", "leaves", "-0.5", "a share is not between 0 and 1")]
    public void A_forged_tree_with_a_right_checksum_is_refused(string kind, string array, string value, string law)
    {
        var model = JsonNode.Parse(ClassifierFile.Write(Models[kind]))!["model"]!;
        int place = array == "next" ? Array.FindIndex(model["feature"]!.AsArray().Select(node => node!.GetValue<int>()).ToArray(), 1, feature => feature >= 0) : 0;
        model[array]![place] = JsonNode.Parse(value);
        Assert.Contains(law, Refusal(Forged(kind, model)));
    }

    [Fact]
    public void Forged_shapes_are_refused()
    {
        Assert.Contains("one intercept per class", Refusal(Forged("logistic-regression", JsonNode.Parse("""{"coefficients":[[1],[2]],"intercepts":[1]}""")!)));
        Assert.Contains("differ in their number", Refusal(Forged("logistic-regression", JsonNode.Parse("""{"coefficients":[[1],[2,3]],"intercepts":[1,2]}""")!)));
        Assert.Contains("not finite", Refusal(Forged("logistic-regression", JsonNode.Parse("""{"coefficients":[[1e999]],"intercepts":[1]}""")!)));
        Assert.Contains("holds no model", Refusal(Forged("random-forest", null)));
        Assert.Contains("no classes", Refusal(Forged("random-forest", JsonNode.Parse("{}")!)));
        Assert.Contains("differ in length", Refusal(Forged("random-forest", JsonNode.Parse("""{"features":1,"classes":1,"feature":[-1],"cut":[0],"next":[]}""")!)));
        Assert.Contains("damaged", Refusal(Forged("random-forest", JsonNode.Parse("""{"features":1e99}""")!)));
    }

    [Fact]
    public void A_classifier_of_another_kind_cannot_be_stored() =>
        Assert.Contains("cannot be stored", Assert.Throws<ArgumentException>(() => ClassifierFile.Write(new Constant())).Message);

    private static string Refusal(string json) => Assert.Throws<InvalidDataException>(() => ClassifierFile.Read(json)).Message;

    private static string Forged(string kind, JsonNode? model)
    {
        string text = model?.ToJsonString() ?? "null";
        string checksum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        return $$"""{"format":"segmentation classifier","version":1,"kind":"{{kind}}","checksum":"{{checksum}}","model":{{text}}}""";
    }

    private sealed class Constant : IClassifier
    {
        public int Features => 1;

        public int Classes => 1;

        public void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities) => probabilities[0] = 1;
    }
}

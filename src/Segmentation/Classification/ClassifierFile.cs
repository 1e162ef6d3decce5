using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Segmentation.Classification;

/// <summary>Classifiers as plain JSON, versioned and with a checksum, of numbers only: reading one runs nothing that came with it.</summary>
public static class ClassifierFile
{
    private const string Format = "segmentation classifier";
    private const int Version = 1;

    private static readonly (string Kind, Func<IClassifier, object?> Store, Func<JsonElement, IClassifier> Restore)[] Kinds =
    [
        ("logistic-regression", model => StoredCoefficients.Of(model as LogisticRegression), json => Read<StoredCoefficients>(json).ToModel()),
        ("random-forest", model => StoredTrees.Of(model as RandomForest), json => Read<StoredTrees>(json).ToForest()),
        ("gradient-boosting", model => StoredTrees.Of(model as GradientBoosting), json => Read<StoredTrees>(json).ToBoosting()),
    ];

    /// <summary>One line of JSON that restores to a classifier with the same predictions to the last bit.</summary>
    /// <exception cref="ArgumentException">The classifier is of no kind that can be stored.</exception>
    public static string Write(IClassifier classifier)
    {
        foreach (var (kind, store, _) in Kinds)
        {
            if (store(classifier) is not { } stored)
                continue;
            string model = JsonSerializer.Serialize(stored, stored.GetType(), JsonSerializerOptions.Web);
            return $$"""{"format":"{{Format}}","version":{{Version}},"kind":"{{kind}}","checksum":"{{Checksum(model)}}","model":{{model}}}""";
        }
        throw new ArgumentException($"A {classifier.GetType().Name} cannot be stored.", nameof(classifier));
    }

    /// <summary>The classifier that was written.</summary>
    /// <exception cref="InvalidDataException">The text is no such file, of a newer version, or damaged; the message says which.</exception>
    public static IClassifier Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.GetString() != Format)
                throw new InvalidDataException("This is not a stored classifier.");
            int version = root.GetProperty("version").GetInt32();
            if (version != Version)
                throw new InvalidDataException($"The classifier is stored in version {version}, known is version {Version}.");
            var model = root.GetProperty("model");
            if (root.GetProperty("checksum").GetString() != Checksum(model.GetRawText()))
                throw new InvalidDataException("The stored classifier is damaged: its checksum does not fit.");
            string? kind = root.GetProperty("kind").GetString();
            var restore = Kinds.FirstOrDefault(known => known.Kind == kind).Restore ?? throw new InvalidDataException($"There is no kind of classifier called {kind}.");
            return restore(model);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"The stored classifier is damaged: {error.Message}", error);
        }
    }

    /// <summary>Throws unless a law of the format holds, which keeps a made-up file with a right checksum from doing harm.</summary>
    internal static void Check(bool holds, string law)
    {
        if (!holds)
            throw new InvalidDataException($"The stored classifier is damaged: {law}.");
    }

    private static T Read<T>(JsonElement json) => json.Deserialize<T>(JsonSerializerOptions.Web) ?? throw new InvalidDataException("The stored classifier is damaged: it holds no model.");

    private static string Checksum(string model) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model)));
}

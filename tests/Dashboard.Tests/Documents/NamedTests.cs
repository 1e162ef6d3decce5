using System.Reflection;

namespace Dashboard.Tests.Documents;

/// <summary>The tests that a document says hold something.</summary>
internal static class NamedTests
{
    public static IReadOnlyList<Type> Classes { get; } = [.. typeof(NamedTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))];

    public static ISet<string> Methods { get; } = Classes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        .Where(method => method.GetCustomAttributes<FactAttribute>().Any()).Select(method => $"{type.Name}.{method.Name}")).ToHashSet();

    public static IReadOnlyList<string> In(string document) => [.. Repository.Find(document, @"`([A-Za-z0-9]+Tests\.\w+)`")];
}

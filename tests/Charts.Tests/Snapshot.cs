using System.Runtime.CompilerServices;

namespace Charts.Tests;

/// <summary>Compares a drawing with the committed one of that name.</summary>
internal static class Snapshot
{
    internal static string Folder { get; } = Path.Combine(Here(), "Snapshots");

    internal static void Matches(string name, string svg)
    {
        var (kept, changed) = (Path.Combine(Folder, name + ".svg"), Path.Combine(Folder, name + ".changed.svg"));
        if (File.Exists(kept) && File.ReadAllText(kept) == svg)
        {
            File.Delete(changed);
            return;
        }
        File.WriteAllText(changed, svg);
        Assert.Fail($"{name} is drawn differently. Look at {changed} in a browser; if it is right, accept it: mv '{changed}' '{kept}'");
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

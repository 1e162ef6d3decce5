using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace SQLitePCL;

/// <summary>Finds the SQLite library of the operating system, once, at the first call.</summary>
internal static class SqliteLibrary
{
    internal const string Import = "sqlite3";
    internal const string PathVariable = "SQLITE_LIBRARY";

#pragma warning disable CA2255 // A static constructor would put a check in front of every native call.
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(SqliteLibrary).Assembly, Resolve);
#pragma warning restore CA2255

    internal static string[] Names =>
        Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } path ? [path]
        : OperatingSystem.IsWindows() ? ["sqlite3.dll", "e_sqlite3.dll", "winsqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib", "/usr/lib/libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];

    internal static nint Load(IReadOnlyList<string> names, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, assembly, path, out var library))
                return library;
        throw new DllNotFoundException(
            $"No SQLite library was found (tried {string.Join(", ", names)}). {Remedy} "
            + $"Or set the environment variable {PathVariable} to the full path of the library.");
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Import ? Load(Names, assembly, path) : 0;

    private static string Remedy =>
        OperatingSystem.IsWindows() ? "Put the sqlite3.dll from https://sqlite.org/download.html beside the application."
        : OperatingSystem.IsMacOS() ? "macOS brings one in /usr/lib; otherwise run: brew install sqlite."
        : "Install it: apt-get install libsqlite3-0 (Debian, Ubuntu), dnf install sqlite-libs (Fedora, Red Hat), "
            + "apk add sqlite-libs (Alpine), zypper install libsqlite3-0 (openSUSE), pacman -S sqlite (Arch).";
}

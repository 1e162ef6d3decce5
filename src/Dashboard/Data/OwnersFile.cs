namespace Dashboard.Data;

/// <summary>Files and folders for the account alone under which the site runs.</summary>
internal static class OwnersFile
{
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder = File | UnixFileMode.UserExecute;

    public static FileStream Create(string path)
    {
        System.IO.File.Delete(path);
        return Open(path, FileMode.CreateNew);
    }

    public static FileStream Append(string path) => Open(path, FileMode.Append);

    /// <summary>With those above it that are missing; one that is there already stays as it is.</summary>
    public static string MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(path).FullName;
        }
        if (!Directory.Exists(path) && Path.GetDirectoryName(path) is { } parent)
        {
            MakeFolder(parent);
        }
        return Directory.CreateDirectory(path, Folder).FullName;
    }

    private static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }
        return new FileStream(path, options);
    }
}

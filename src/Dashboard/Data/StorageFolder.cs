namespace Dashboard.Data;

/// <summary>Where uploads, reports and keys lie: one folder that nobody else may read, made when missing.</summary>
public sealed class StorageFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public StorageFolder(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["Storage:Folder"] ?? "data/storage");
        try
        {
            Uploads = Make("uploads");
            Keys = Make("keys");
            Reports = Make("reports");
            Temporary = Make("temporary");
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"Storage:Folder {Root} cannot be written: {reason.Message}");
        }
    }

    public string Root { get; }
    public string Uploads { get; }
    public string Keys { get; }
    public string Reports { get; }

    /// <summary>For what is being uploaded: it may be large, and /tmp may be memory.</summary>
    public string Temporary { get; }

    private string Make(string name)
    {
        var path = Path.Combine(Root, name);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path).FullName
            : Directory.CreateDirectory(path, OwnerOnly).FullName;
    }
}

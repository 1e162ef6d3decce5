using System.Security.Cryptography;

namespace Dashboard.Data;

/// <summary>Where uploads, reports and keys lie: one folder that nobody else may read, made when missing.</summary>
public sealed class StorageFolder
{
    private const int SecretBytes = 32;
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

    /// <summary>256 random bits for one purpose, made when they are first asked for.</summary>
    public byte[] Secret(string name)
    {
        var path = PathOfSecret(name);
        if (!File.Exists(path))
        {
            // Under another name first: half a secret would be none.
            using (var file = OwnersFile.Create(path + ".new"))
            {
                file.Write(RandomNumberGenerator.GetBytes(SecretBytes));
                file.Flush(flushToDisk: true);
            }
            File.Move(path + ".new", path, overwrite: true);
        }
        return File.ReadAllBytes(path) is { Length: SecretBytes } secret ? secret
            : throw new StartRefused($"{path} is damaged. Put it back from where you keep the keys of this site.");
    }

    public bool HasSecret(string name) => File.Exists(PathOfSecret(name));

    private string PathOfSecret(string name) => Path.Combine(Keys, name + ".secret");

    private string Make(string name)
    {
        var path = Path.Combine(Root, name);
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path).FullName
            : Directory.CreateDirectory(path, OwnerOnly).FullName;
    }
}

using System.Security.Cryptography;

namespace Dashboard.Data;

/// <summary>Where uploads, reports and keys lie: one folder that nobody else may read, made when missing.</summary>
public sealed class StorageFolder
{
    private const int SecretBytes = 32;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public StorageFolder(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["Storage:Folder"] ?? "data/storage");
        try
        {
            OwnersFile.MakeFolder(Root);
            Uploads = Make("uploads");
            Keys = Make("keys");
            Reports = Make("reports");
            Temporary = Make("temporary");
            Try(Keys);
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

    private string Make(string name) => OwnersFile.MakeFolder(Path.Combine(Root, name));

    /// <summary>Keys are made when they are first needed, which is too late to find out.</summary>
    private static void Try(string keys)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(keys) & Others) != 0)
        {
            throw new StartRefused($"Others may read {keys}, and whoever has a key can forge a sign-in. Close it: chmod 700 {keys}");
        }
        var probe = Path.Combine(keys, $"{Guid.NewGuid():N}.new");
        OwnersFile.Create(probe).Dispose();
        File.Delete(probe);
    }
}

using Microsoft.Data.Sqlite;

namespace SqliteNative.Tests;

public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sqlite-native-");

    public string File(string name = "shop.db") => Path.Combine(folder.FullName, name);

    public SqliteConnection Open(string options = "Pooling=False") => Open(File(), options);

    public static SqliteConnection Open(string path, string options)
    {
        var connection = new SqliteConnection($"Data Source={path};{options}");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

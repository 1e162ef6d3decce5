using Dashboard.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Dashboard.Access;

/// <summary>The keys of cookies, forms and the secrets of second factors, as files beside the database.</summary>
public static class SiteKeys
{
    public static void AddSiteKeys(this IServiceCollection services, StorageFolder folder) =>
        services.AddDataProtection().SetApplicationName("Dashboard").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));

    /// <summary>No cookie that was given until now is good any more; the site makes a new key when it starts.</summary>
    public static void Revoke(StorageFolder folder, TimeProvider time)
    {
        var services = new ServiceCollection();
        services.AddSiteKeys(folder);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IKeyManager>().RevokeAllKeys(time.GetUtcNow(), "rotate-keys");
    }
}

using System.Runtime.Versioning;

namespace Dashboard.Tests.Data;

public sealed class StorageFolderTests(Site site) : IClassFixture<Site>
{
    [SkippableFact]
    [SupportedOSPlatform("linux")]
    public async Task What_is_being_uploaded_has_a_folder_of_its_own_that_nobody_else_may_read()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        await site.Api().GetJsonAsync("/datasets");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(site.Folder, "storage", "temporary")));
    }
}

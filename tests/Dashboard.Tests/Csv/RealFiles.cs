namespace Dashboard.Tests.Csv;

internal static class RealFiles
{
    public static string Folder(string name)
    {
        var root = Environment.GetEnvironmentVariable("DASHBOARD_TEST_DATA");
        Skip.If(string.IsNullOrEmpty(root), "DASHBOARD_TEST_DATA does not name the folder of real files");
        return Path.Combine(root!, name);
    }
}

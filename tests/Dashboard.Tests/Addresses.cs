namespace Dashboard.Tests;

internal static class Addresses
{
    /// <summary>A redirect's target, whether it is written with the host or without.</summary>
    public static string PathAndQueryOrSelf(this Uri uri) => uri.IsAbsoluteUri ? uri.PathAndQuery : uri.OriginalString;
}

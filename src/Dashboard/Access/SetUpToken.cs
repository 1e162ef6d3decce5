using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Access;

/// <summary>Printed once to the console: whoever can read it may make the first administrator.</summary>
public sealed class SetUpToken(IConfiguration configuration)
{
    public string Value { get; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>On one's own machine with the sample customers nobody has to copy a token.</summary>
    public bool IsNeeded(HttpContext? http = null) =>
        !configuration.Flag("Demo") || !ListenAddresses.AreLoopback(configuration) || http is not null && !IsLocal(http);

    public bool Accepts(string? token, HttpContext http) =>
        !IsNeeded(http) || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), Encoding.UTF8.GetBytes(Value));

    /// <summary>Sent by this machine's own browser to this machine's own name, and by no proxy.</summary>
    private static bool IsLocal(HttpContext http) =>
        ListenAddresses.IsLoopbackHost(http.Request.Host.Host)
        && !http.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
}

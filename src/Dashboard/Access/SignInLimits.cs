using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>How often one may try to sign in from one address and to one account, and how many passwords are hashed at a time.</summary>
public sealed class SignInLimits : IDisposable
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _accounts;

    // A hash keeps a core busy for a tenth of a second; what waits in vain would only make everyone slow.
    private readonly ConcurrencyLimiter _hashing = new(new() { PermitLimit = 2, QueueLimit = 20 });

    public SignInLimits(IConfiguration configuration)
    {
        var perMinute = (int)configuration.Number("Access:SignInsPerMinute", 10, 1, 1_000_000);
        _addresses = Windows(perMinute, Minute);
        _accounts = Windows(3 * perMinute, Hour);
    }

    /// <summary>Null: go on. Else how long to wait, told alike whether there is such an account or not.</summary>
    public TimeSpan? WaitFor(IPAddress? address, string account) =>
        !IsTaken(_addresses, KeyOf(address)) ? Minute
        : !IsTaken(_accounts, account.Trim().ToUpperInvariant()) ? Hour / 6
        : null;

    public ValueTask<RateLimitLease> TurnToHashAsync(CancellationToken cancellation) => _hashing.AcquireAsync(1, cancellation);

    public void Dispose()
    {
        _addresses.Dispose();
        _accounts.Dispose();
        _hashing.Dispose();
    }

    private static PartitionedRateLimiter<string> Windows(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 }));

    private static bool IsTaken(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <summary>A household has 2⁶⁴ addresses of the sixth version, so they count as one.</summary>
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

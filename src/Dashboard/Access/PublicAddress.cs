using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Where people reach the site, for links that they send each other: what the setting says, since a proxy may ask for the site by another name.</summary>
public sealed class PublicAddress
{
    private readonly Uri? _set;

    public PublicAddress(IConfiguration configuration)
    {
        if (configuration["PublicUrl"] is not { Length: > 0 } url)
        {
            return;
        }
        _set = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") && address.PathAndQuery == "/" ? address
            : throw new StartRefused("PublicUrl is the address that people open, without a path, as in https://shop.example.");
    }

    public string To(string path, HttpRequest request) => new Uri(_set ?? new Uri($"{request.Scheme}://{request.Host}"), path).ToString();
}

using System.Net;
using Dashboard.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Dashboard.Access;

/// <summary>Plain http is for this machine alone: beyond loopback it takes https, or a proxy that is named.</summary>
public static class ListenAddresses
{
    private const string Own = "http://localhost:5080";

    /// <summary>Our own address unless another is set; it does not stand in appsettings.json, which would overrule ASPNETCORE_URLS.</summary>
    public static void AddListenAddresses(this WebApplicationBuilder builder)
    {
        builder.Configuration["urls"] ??= Own;
        UrlsOf(builder.Configuration).ForEach(url => Parse(url));
        if (builder.Configuration["AllowedHosts"] is { } hosts && hosts.Split(';').Any(host => host.Contains('/') || host.Contains(':') && !host.StartsWith('[')))
        {
            throw new StartRefused("AllowedHosts names hosts alone, without http and port, as in shop.example;localhost.");
        }
    }

    /// <summary>True when people reach the site by https, directly or through the named proxy.</summary>
    public static bool AreSecure(IConfiguration configuration)
    {
        var urls = UrlsOf(configuration);
        var behindProxy = configuration.GetSection("Proxy:Known").GetChildren().Any();
        var open = urls.FirstOrDefault(url => IsPlain(url) && !IsLoopback(url));
        if (open is not null && !behindProxy)
        {
            throw new StartRefused($"{open} would send passwords unencrypted beyond this machine. Listen on https or on http://localhost, or name your reverse proxy in Proxy:Known.");
        }
        return behindProxy || !urls.Any(IsPlain);
    }

    public static bool AreLoopback(IConfiguration configuration) => UrlsOf(configuration).TrueForAll(IsLoopback);

    public static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    /// <summary>What the named proxies say of the visitor's address and scheme is believed, of nobody else.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = app.Configuration.GetSection("Proxy:Known").GetChildren().Select(proxy => proxy.Value).ToList();
        if (known.Count == 0)
        {
            return;
        }
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address : throw new StartRefused($"Proxy:Known: {proxy} is not an IP address."));
        }
        app.UseForwardedHeaders(options);
    }

    /// <summary>Kestrel's own endpoints, where there are any, take the place of the urls.</summary>
    private static List<string> UrlsOf(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>().ToList();
        return endpoints.Count > 0 ? endpoints : [.. (configuration["urls"] ?? Own).Split(';', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool IsPlain(string url) => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string url) => IsLoopbackHost(Parse(url).Host);

    private static BindingAddress Parse(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe || address.Port <= IPEndPoint.MaxPort ? address : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new StartRefused($"{url} is not an address to listen on. Write it as http://localhost:5080.");
        }
    }
}

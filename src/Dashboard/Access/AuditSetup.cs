using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

public static class AuditSetup
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AuditLog>();
        services.AddSingleton<AuditProof>();
        services.AddScoped<AuditRetention>();
        services.AddSingleton<AuditQueue>();
        services.AddHostedService(s => s.GetRequiredService<AuditQueue>());
        // Every way in and out leads past the cookie.
        services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, o =>
        {
            o.Events.OnSignedIn = coming => AddAsync(coming.HttpContext, "person.signed-in", coming.Principal?.Identity?.Name);
            var refuse = o.Events.OnRedirectToAccessDenied;
            o.Events.OnRedirectToAccessDenied = refused =>
            {
                refused.HttpContext.RequestServices.GetRequiredService<AuditQueue>().Add(refused.HttpContext, "access.refused", RouteOf(refused.HttpContext));
                return refuse(refused);
            };
            o.Events.OnSigningOut = going => AddAsync(going.HttpContext, "person.signed-out", going.HttpContext.User.Identity?.Name);
        });
    }

    /// <summary>The pattern and not the address, in which a customer's key may stand.</summary>
    internal static string RouteOf(HttpContext http) => $"{http.Request.Method} /{(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/')}";

    private static Task AddAsync(HttpContext http, string what, string? who) =>
        who is null ? Task.CompletedTask : http.RequestServices.GetRequiredService<AuditLog>().AddAsync(what, who, who);
}

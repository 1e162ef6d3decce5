using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>A session ends eight hours after its last request, seven days after its first however busy it is, and when its row is gone.</summary>
public static class SessionLength
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private const string Begun = "begun";
    private const string Session = "session";

    public static void EndInTime(this CookieAuthenticationOptions o)
    {
        o.ExpireTimeSpan = Idle;
        o.SlidingExpiration = true;
        o.Events.OnSigningIn = context =>
        {
            // A renewal after a change of password brings the properties along, and with them the beginning.
            context.Properties.Items.TryAdd(Begun, Now(context.HttpContext).ToString("O"));
            context.Properties.Items.TryAdd(Session, Guid.NewGuid().ToString());
            return Open(context.HttpContext).AddAsync(SessionOf(context.Properties)!.Value, context.Principal!, BeginOf(context.Properties)!.Value, context.HttpContext);
        };
        o.Events.OnValidatePrincipal = async context =>
        {
            if (BeginOf(context.Properties) is not { } begun || Now(context.HttpContext) - begun >= Longest
                || SessionOf(context.Properties) is not { } session || !await Open(context.HttpContext).IsOpenAsync(session, context.Principal!))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(context.Scheme.Name);
                return;
            }
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        };
    }

    /// <summary>That of this request.</summary>
    public static async Task<Guid?> SessionAsync(this HttpContext http) =>
        (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties is { } properties ? SessionOf(properties) : null;

    private static Guid? SessionOf(AuthenticationProperties properties) => properties.Items.TryGetValue(Session, out var id) && Guid.TryParse(id, out var session) ? session : null;

    private static DateTimeOffset? BeginOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(Begun, out var begun) ? DateTimeOffset.Parse(begun!, CultureInfo.InvariantCulture) : null;

    private static OpenSessions Open(HttpContext http) => http.RequestServices.GetRequiredService<OpenSessions>();

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}

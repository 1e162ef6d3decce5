using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

/// <summary>A session ends eight hours after its last request, and seven days after its first however busy it is.</summary>
public static class SessionLength
{
    private const string Begun = "begun";
    private static readonly TimeSpan Idle = TimeSpan.FromHours(8);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static void EndInTime(this CookieAuthenticationOptions o)
    {
        o.ExpireTimeSpan = Idle;
        o.SlidingExpiration = true;
        o.Events.OnSigningIn = context =>
        {
            // A renewal after a change of password brings the properties along, and with them the beginning.
            context.Properties.Items.TryAdd(Begun, Now(context.HttpContext).ToString("O"));
            return Task.CompletedTask;
        };
        o.Events.OnValidatePrincipal = async context =>
        {
            if (IsOver(context.Properties, Now(context.HttpContext)))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(context.Scheme.Name);
                return;
            }
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        };
    }

    private static bool IsOver(AuthenticationProperties session, DateTimeOffset now) =>
        !session.Items.TryGetValue(Begun, out var begun) || now - DateTimeOffset.Parse(begun!, CultureInfo.InvariantCulture) >= Longest;

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}

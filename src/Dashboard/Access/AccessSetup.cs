using Dashboard.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Access;

public static class AccessSetup
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var secure = ListenAddresses.AreSecure(builder.Configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SetUpToken>();
        services.AddScoped<FirstAccess>();
        services.AddDataProtection().SetApplicationName("Dashboard")
            .PersistKeysToFileSystem(new DirectoryInfo(new StorageFolder(builder.Configuration).Keys));
        services.AddIdentity<User, IdentityRole<int>>(Strict).AddEntityFrameworkStores<DashboardDb>().AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero);
        services.ConfigureApplicationCookie(o => Cookie(o.Cookie, secure, "auth", o));
        services.AddAntiforgery(o =>
        {
            Harden(o.Cookie, secure, "antiforgery");
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeys>(ApiKeys.SchemeName, null);
        services.AddAuthorization(Policies);
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
    }

    public static async Task PrepareAccessAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstAccess>().PrepareAsync();
    }

    private static void Strict(IdentityOptions o)
    {
        o.User.RequireUniqueEmail = true;
        o.Password.RequiredLength = 12;
        o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        o.Lockout.MaxFailedAccessAttempts = 5;
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void Cookie(CookieBuilder cookie, bool secure, string name, Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions o)
    {
        Harden(cookie, secure, name);
        cookie.SameSite = SameSiteMode.Lax;
        o.ExpireTimeSpan = TimeSpan.FromHours(8);
        o.SlidingExpiration = true;
        o.LoginPath = "/sign-in";
        o.AccessDeniedPath = "/not-allowed";
    }

    private static void Harden(CookieBuilder cookie, bool secure, string name)
    {
        cookie.Name = secure ? "__Host-" + name : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
    }

    private static void Policies(AuthorizationOptions o)
    {
        o.FallbackPolicy = o.DefaultPolicy = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme).RequireAuthenticatedUser().Build();
        o.AddPolicy(Rights.Write, p => p.RequireRole(Roles.Marketer, Roles.Administrator));
        o.AddPolicy(Rights.Export, p => p.RequireRole(Roles.Marketer, Roles.Administrator));
        o.AddPolicy(Rights.PersonOrKey, p => p.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, ApiKeys.SchemeName).RequireAuthenticatedUser());
        foreach (var scope in Rights.Scopes)
        {
            o.AddPolicy("api:" + scope, p => p.AddAuthenticationSchemes(ApiKeys.SchemeName).RequireClaim("scope", scope));
        }
    }
}

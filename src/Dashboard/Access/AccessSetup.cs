using Dashboard.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Access;

public static class AccessSetup
{
    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var secure = ListenAddresses.AreSecure(builder.Configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SetUpToken>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<SignInLimits>();
        services.AddScoped<FirstAccess>();
        services.AddScoped<Sessions>();
        services.AddScoped<OpenSessions>();
        services.AddSingleton<SecondFactorRule>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<Accounts>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<SecondFactor>();
        services.AddAudit();
        services.AddScoped<KeyChanges>();
        services.AddSingleton<KeyUses>();
        services.AddHostedService(s => s.GetRequiredService<KeyUses>());
        services.AddSingleton<SessionUses>();
        services.AddHostedService(s => s.GetRequiredService<SessionUses>());
        services.AddWriteLimit();
        services.AddLoadLimits();
        services.AddSiteKeys(new StorageFolder(builder.Configuration));
        services.AddPeople();
        services.ConfigureApplicationCookie(o =>
        {
            Harden(o.Cookie, secure, "auth");
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.EndInTime();
            (o.LoginPath, o.AccessDeniedPath) = ("/sign-in", "/not-allowed");
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, o => Harden(o.Cookie, secure, "half-way"));
        services.Configure<CookieTempDataProviderOptions>(o => Harden(o.Cookie, secure, "notices"));
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
        app.Services.GetRequiredService<SignInLimits>();
        app.Services.GetRequiredService<PublicAddress>();
        AuditRetention.DaysOf(app.Configuration);
        app.Services.GetRequiredService<SecondFactorRule>();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FirstAccess>().PrepareAsync();
    }

    private static void AddPeople(this IServiceCollection services)
    {
        services.AddIdentity<User, IdentityRole<int>>(Strict).AddEntityFrameworkStores<DashboardDb>()
            .AddClaimsPrincipalFactory<RightsClaims>().AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<DataProtectorTokenProvider<User>>(TokenOptions.DefaultProvider)
            .AddTokenProvider<OnceOnlyCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserStore<User>, UserSecrets>();
        services.AddScoped<IUserConfirmation<User>, NotDisabled>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        // At every request, also right after a clock was set back.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.MinValue);
    }

    public static void UseAccess(this WebApplication app)
    {
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseSameOriginWrites();
        app.UseAuthorization();
        app.UseSecondFactorRule();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.UseAuditOfNames();
    }

    private static void Strict(IdentityOptions o)
    {
        o.SignIn.RequireConfirmedAccount = true;
        o.User.RequireUniqueEmail = true;
        // The name is the e-mail, which may hold an apostrophe or an umlaut.
        o.User.AllowedUserNameCharacters = "";
        o.Password.RequiredLength = 12;
        o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        o.Lockout.MaxFailedAccessAttempts = 5;
        o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
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
        o.AddPolicy(Rights.Export, p => p.RequireClaim(RightsClaims.Type, Rights.Export));
        o.AddPolicy(Rights.Administer, p => p.RequireRole(Roles.Administrator));
        o.AddPolicy(Rights.Own, p => p.RequireAuthenticatedUser());
        o.AddPolicy(Rights.PersonOrKey, p => p.AddAuthenticationSchemes(IdentityConstants.ApplicationScheme, ApiKeys.SchemeName).RequireAuthenticatedUser());
        foreach (var scope in Rights.Scopes)
        {
            o.AddPolicy("api:" + scope, p => p.AddAuthenticationSchemes(ApiKeys.SchemeName).RequireClaim("scope", scope));
        }
    }
}

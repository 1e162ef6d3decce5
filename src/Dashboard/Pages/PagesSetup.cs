using Dashboard.Access;
using Dashboard.Api;
using Dashboard.Explore;
using Dashboard.Pages.Shared;
using Dashboard.Selections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.TagHelpers;

namespace Dashboard.Pages;

public static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(o => o.Conventions.ConfigureFilter(new WritersOnly()));
        builder.AddExplore();
        builder.AddSelections();
        // Charts as they were drawn into pages.
        builder.Services.Configure<CacheTagHelperOptions>(o => o.SizeLimit = 32 << 20);
        builder.Services.AddMemoryCache(o => o.SizeLimit = 64 << 20);
    }

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 1 << 20;
            o.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            o.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            o.Limits.MaxConcurrentConnections = 1000;
        });
        builder.Services.Configure<FormOptions>(o => (o.ValueCountLimit, o.KeyLengthLimit, o.ValueLengthLimit) = (1024, 256, 64 << 10));
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler("/error");
            pages.UseStatusCodePagesWithReExecute("/error");
        });
        app.UseWhen(context => !IsPage(context), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorPages().WithStaticAssets();
        app.MapDownloads(read: null, Rights.Export);
        app.MapAuditCsv();
        app.MapProgress();
        app.MapWorkEvents();
    }

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments("/api/v1");

    /// <summary>Whoever may only look cannot post a form, on any page but those of signing in and those that name a right of their own.</summary>
    private sealed class WritersOnly : IAsyncAuthorizationFilter
    {
        public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
        {
            var http = context.HttpContext;
            var page = http.GetEndpoint()?.Metadata;
            var isOpen = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                || page?.GetMetadata<IAllowAnonymous>() is not null || page?.GetMetadata<IAuthorizeData>()?.Policy is not null;
            if (!isOpen && !(await http.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(http.User, Rights.Write)).Succeeded)
            {
                context.Result = new Microsoft.AspNetCore.Mvc.ForbidResult();
            }
        }
    }
}

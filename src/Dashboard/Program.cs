using System.Globalization;
using Dashboard;
using Dashboard.Access;
using Dashboard.Api;
using Dashboard.Data;
using Dashboard.Demo;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Pages;
using Dashboard.Reports;
using Dashboard.Runs;
using Microsoft.AspNetCore.Connections;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

try
{
    if (await Commands.RunAsync(args) is { } code) return code;
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.AddLimits();
    builder.AddTelemetry();
    builder.AddData();
    builder.AddListenAddresses();
    builder.AddAccess();
    builder.AddJobs();
    builder.AddImports();
    builder.AddRuns();
    builder.AddReports();
    builder.AddApi();
    builder.AddPages();
    builder.AddDemo();

    var app = builder.Build();
    await app.PrepareDataAsync();
    await app.PrepareAccessAsync();

    app.UseKnownProxies();
    app.UseSecurityHeaders();
    app.UseErrorPages();
    app.UseRouting();
    app.UseAccess();
    app.MapStaticAssets().AllowAnonymous();
    app.MapPages();
    app.MapApi();
    app.MapHealth();

    await app.RunAsync();
    return 0;
}
catch (StartRefused refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (IOException reason) when (reason.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{reason.Message} Stop what listens there, or choose another address: ASPNETCORE_URLS=http://localhost:5081");
    return 1;
}

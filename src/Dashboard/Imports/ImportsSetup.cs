using Dashboard.Data;
using Dashboard.Privacy;

namespace Dashboard.Imports;

public static class ImportsSetup
{
    /// <summary>Where ASP.NET Core keeps the parts of a form while they arrive.</summary>
    private const string Spool = "ASPNETCORE_TEMP";

    public static void AddImports(this WebApplicationBuilder builder)
    {
        if (Environment.GetEnvironmentVariable(Spool) is null)
        {
            Environment.SetEnvironmentVariable(Spool, new StorageFolder(builder.Configuration).Temporary);
        }
        builder.AddPrivacy();
        Uploads.LimitOf(builder.Configuration);
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddScoped<ImportRequest>();
        builder.Services.AddScoped<ImportDrafts>();
        builder.Services.AddScoped<CheckFile>();
        builder.Services.AddScoped<SampleCustomers>();
        builder.Services.AddScoped<ImportCustomers>();
        builder.Services.AddScoped<DatasetChanges>();
        builder.Services.AddScoped<Corrections>();
        builder.Services.AddScoped<ChangesCsv>();
    }
}

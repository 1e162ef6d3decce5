namespace Dashboard.Reports;

public static class ReportsSetup
{
    public static void AddReports(this WebApplicationBuilder builder)
    {
        var browser = Browser.Find(builder.Configuration["Reports:Browser"]);
        builder.Services.AddSingleton(_ => new Browser(browser));
        builder.Services.AddSingleton<ReportPrinter>();
        builder.Services.AddScoped<ViewText>();
        builder.Services.AddSingleton(Letterhead.Read(builder.Configuration));
        builder.Services.AddScoped<CampaignReport>();
    }
}

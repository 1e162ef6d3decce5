using Dashboard.Data;

namespace Dashboard.Demo;

public static class DemoSetup
{
    /// <summary>Only with the setting Demo: sample customers, two segmentations of them and their reports, ready to look at.</summary>
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.Flag("Demo"))
        {
            return;
        }
        builder.Services.AddScoped<SampleRuns>();
        builder.Services.AddScoped<ReportFiles>();
        builder.Services.AddScoped<Guide>();
        builder.Services.AddHostedService<Tour>();
    }
}

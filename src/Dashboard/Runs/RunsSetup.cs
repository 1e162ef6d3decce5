namespace Dashboard.Runs;

public static class RunsSetup
{
    public static void AddRuns(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RunRequest>();
        builder.Services.AddScoped<RunSegmentation>();
        builder.Services.AddScoped<SegmentInheritance>();
        builder.Services.AddScoped<RunChanges>();
        builder.Services.AddScoped<RecountSegments>();
        builder.Services.AddScoped<RunCharts>();
        builder.Services.AddScoped<CompareRuns>();
        builder.Services.AddScoped<SegmentMovements>();
        builder.Services.AddScoped<RunPoints>();
        builder.Services.AddScoped<RunMaps>();
        builder.Services.AddScoped<Nicknames>();
        builder.Services.AddScoped<Targets.TargetSheets>();
        builder.Services.AddSingleton<SharedWork>();
        builder.Services.AddScoped<RunCustomers>();
        builder.Services.AddScoped<RunPlacers>();
        builder.Services.AddSingleton<Audiences>();
    }
}

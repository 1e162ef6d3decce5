namespace Dashboard.Explore;

public static class ExploreSetup
{
    public static void AddExplore(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<QualityCheck>();
        builder.Services.AddScoped<ExploreCharts>();
        builder.Services.AddHostedService<FirstLook>();
        builder.Services.AddScoped<CustomerList>();
        builder.Services.AddScoped<CustomerRecords>();
        builder.Services.AddScoped<CustomersCsv>();
    }
}

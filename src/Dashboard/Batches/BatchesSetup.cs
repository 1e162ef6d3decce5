namespace Dashboard.Batches;

public static class BatchesSetup
{
    public static void AddBatches(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<BatchRequests>();
        builder.Services.AddScoped<PlaceBatch>();
        builder.Services.AddScoped<PlacedCsv>();
    }
}

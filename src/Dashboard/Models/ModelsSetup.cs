namespace Dashboard.Models;

public static class ModelsSetup
{
    public static void AddModels(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ModelRequests>();
        builder.Services.AddScoped<TrainClassifier>();
        builder.Services.AddScoped<CheckDrift>();
        builder.Services.AddScoped<ImportModel>();
    }
}

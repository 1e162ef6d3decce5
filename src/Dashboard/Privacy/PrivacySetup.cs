namespace Dashboard.Privacy;

public static class PrivacySetup
{
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Pseudonyms>();
        builder.Services.AddScoped<LeaveOut>();
        builder.Services.AddScoped<SuppressionList>();
        builder.Services.AddScoped<ColumnUses>();
        builder.Services.AddScoped<Consents>();
        builder.Services.AddScoped<HeldData>();
        builder.Services.AddSingleton<ErasureJournal>();
        builder.Services.AddScoped<EraseCustomer>();
        builder.Services.AddScoped<Retention>();
        builder.Services.AddHostedService<ReplayErasures>();
    }
}

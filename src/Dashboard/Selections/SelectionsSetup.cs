namespace Dashboard.Selections;

public static class SelectionsSetup
{
    public static void AddSelections(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<SelectionRequest>();
        builder.Services.AddScoped<AdviseNumber>();
    }
}

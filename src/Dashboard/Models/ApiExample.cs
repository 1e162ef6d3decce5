using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Runs;

namespace Dashboard.Models;

/// <summary>How to place a customer by program, with a customer as the model wants one.</summary>
public sealed record ApiExample(string Language, string Code)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<ApiExample> For(PlacingRun model, string root)
    {
        var customer = new Dictionary<string, object>();
        foreach (var column in model.Placer.Numbers)
        {
            customer[column.Name] = Math.Round(column.Median ?? 0, 2);
        }
        foreach (var (column, category) in model.Placer.Words.Zip(model.Placer.Preparation.Categories))
        {
            customer[column.Name] = category.Code.Values[0];
        }
        var (json, address) = (JsonSerializer.Serialize(customer, Plain), $"{root}/predictions?runId={model.Run.Id}");
        return [new("curl", Curl(json, address)), new("Python", Python(json, address)), new("C#", CSharp(json, address))];
    }

    private static string Curl(string json, string address) => $"""
        curl -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \
             -d '{json.Replace("'", "'\\''")}' \
             "{address}"
        """;

    private static string Python(string json, string address) => $$"""
        import json, os, urllib.request
        customer = {{json}}
        request = urllib.request.Request("{{address}}",
            json.dumps(customer).encode(), {"Authorization": "Bearer " + os.environ["KEY"], "Content-Type": "application/json"})
        print(json.load(urllib.request.urlopen(request))["segment"])
        """;

    private static string CSharp(string json, string address) => $$""""
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", Environment.GetEnvironmentVariable("KEY"));
        var customer = """{{json}}""";
        var answer = await client.PostAsync("{{address}}", new StringContent(customer, null, "application/json"));
        Console.WriteLine(await answer.Content.ReadAsStringAsync());
        """";
}

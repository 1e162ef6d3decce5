using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Dashboard.Tests;

/// <summary>The usual calls of a program that uses the API.</summary>
internal static class ApiCalls
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] UnderWay = ["queued", "importing", "running"];

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode}, not {(int)expected}. {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static async Task<JsonElement> GetJsonAsync(this HttpClient api, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await (await api.GetAsync("/api/v1" + path)).JsonAsync(expected);

    public static async Task<JsonElement> PostJsonAsync(this HttpClient api, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.Accepted) =>
        await (await api.PostAsJsonAsync("/api/v1" + path, body)).JsonAsync(expected);

    public static Task<HttpResponseMessage> SendFileAsync(this HttpClient api, byte[] file, string fileName = "customers.csv", params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", fileName } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        return api.PostAsync("/api/v1/datasets", form);
    }

    public static Task<HttpResponseMessage> SendFileAsync(this HttpClient api, string csv, params (string Name, string Value)[] fields) =>
        api.SendFileAsync(Encoding.UTF8.GetBytes(csv), fields: fields);

    /// <summary>The data set once its import has ended, however it ended.</summary>
    public static async Task<JsonElement> ImportAsync(this HttpClient api, byte[] file, string fileName = "customers.csv", params (string Name, string Value)[] fields)
    {
        var accepted = await (await api.SendFileAsync(file, fileName, fields)).JsonAsync(HttpStatusCode.Accepted);
        return await api.WaitAsync($"/datasets/{accepted.Id()}");
    }

    public static Task<JsonElement> ImportAsync(this HttpClient api, string csv, params (string Name, string Value)[] fields) =>
        api.ImportAsync(Encoding.UTF8.GetBytes(csv), fields: fields);

    /// <summary>The run once it has ended, however it ended.</summary>
    public static async Task<JsonElement> RunAsync(this HttpClient api, object wish) =>
        await api.WaitAsync($"/runs/{(await api.PostJsonAsync("/runs", wish)).Id()}");

    /// <summary>The advice once it has ended, however it ended.</summary>
    public static async Task<JsonElement> AdviseAsync(this HttpClient api, object wish) =>
        await api.WaitAsync($"/selections/{(await api.PostJsonAsync("/selections", wish)).Id()}");

    public static Task<JsonElement> WaitAsync(this HttpClient api, string path) =>
        api.WaitAsync(path, work => !UnderWay.Contains(work.Text("status")));

    public static async Task<JsonElement> WaitAsync(this HttpClient api, string path, Predicate<JsonElement> holds)
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            var now = await api.GetJsonAsync(path);
            if (holds(now))
            {
                return now;
            }
            Assert.True(clock.Elapsed < Patience, $"{path} is still {now}");
        }
    }

    public static int Id(this JsonElement json) => json.GetProperty("id").GetInt32();

    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static int Int(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static double Number(this JsonElement json, string name) => json.GetProperty(name).GetDouble();

    public static List<JsonElement> Items(this JsonElement json, string name = "items") => [.. json.GetProperty(name).EnumerateArray()];

    public static JsonElement Find(this JsonElement json, string list, string name) => json.Items(list).Single(item => item.Text("name") == name);
}

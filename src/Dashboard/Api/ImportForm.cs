using System.Text;
using System.Text.Json;
using Dashboard.Csv;
using Dashboard.Imports;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Api;

/// <summary>The multipart form of an import, read as it arrives so that the file is written once and never held in memory.</summary>
internal sealed record ImportForm(Upload? Upload, Dictionary<string, string> Fields)
{
    private const int LongestField = 64 << 10;
    private static readonly string[] Known = ["name", "kind", "datasetId", "columns", "options"];

    public static async Task<ImportForm> ReadAsync(HttpRequest request, Uploads uploads, CancellationToken cancellation)
    {
        var form = new ImportForm(null, []);
        try
        {
            var reader = new MultipartReader(BoundaryOf(request), request.Body);
            while (await UnbrokenAsync(reader.ReadNextSectionAsync(cancellation)) is { } section)
            {
                form = await form.WithAsync(section, uploads, cancellation);
            }
            return form;
        }
        catch
        {
            form.Discard(uploads);
            throw;
        }
    }

    public int? DatasetId => !Fields.TryGetValue("datasetId", out var text) ? null
        : int.TryParse(text, out var id) ? id : throw new BadHttpRequestException("The field \"datasetId\" is not a number.");

    public T? Json<T>(string field, JsonSerializerOptions options)
    {
        try
        {
            return Fields.TryGetValue(field, out var text) ? JsonSerializer.Deserialize<T>(text, options) : default;
        }
        catch (JsonException reason)
        {
            throw new BadHttpRequestException($"The field \"{field}\" is not the JSON that is wanted: {reason.Message}");
        }
    }

    public List<ColumnWish> Columns(JsonSerializerOptions options)
    {
        var wishes = Json<List<ColumnWish?>>("columns", options) ?? [];
        return wishes.Contains(null)
            ? throw new BadHttpRequestException("The field \"columns\" holds null where a column is wanted.")
            : [.. wishes.OfType<ColumnWish>()];
    }

    public void Discard(Uploads uploads)
    {
        if (Upload is not null)
        {
            uploads.Delete(Upload.StoredName);
        }
    }

    private async Task<ImportForm> WithAsync(MultipartSection section, Uploads uploads, CancellationToken cancellation)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
        {
            throw new BadHttpRequestException("A part of the form has no name.");
        }
        var name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        if (disposition.IsFileDisposition() && name == "file" && Upload is null)
        {
            return this with { Upload = await uploads.StoreAsync(section.Body, FileName(disposition), cancellation) };
        }
        if (!Known.Contains(name) || disposition.IsFileDisposition() || !Fields.TryAdd(name, await TextAsync(section, name, cancellation)))
        {
            throw new BadHttpRequestException($"The form has a field \"{name}\" that is not known or comes twice. It takes one \"file\", and: {string.Join(", ", Known)}.");
        }
        return this;
    }

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 200 } boundary
            ? boundary
            : throw new BadHttpRequestException("Send the CSV as multipart/form-data with the field \"file\".", StatusCodes.Status415UnsupportedMediaType);

    private static string FileName(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

    private static async Task<string> TextAsync(MultipartSection section, string name, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await UnbrokenAsync(section.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation).AsTask());
        return length > LongestField ? throw new BadHttpRequestException($"The field \"{name}\" is longer than {LongestField:N0} bytes.") : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static async Task<T> UnbrokenAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException && broken is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form ended before it was complete.");
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Dashboard.Access;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Api;

public static class PredictionsApi
{
    public const int MostCustomers = 100_000;
    private const long MostBytes = 64L << 20;

    public static void MapPredictions(this IEndpointRouteBuilder api) =>
        api.MapPost("/predictions", PlaceAsync).WithTags("Predictions").RequireAuthorization(Rights.ApiRead)
            .WithMetadata(new ReadsOnly(), new RequestSizeLimitAttribute(MostBytes)).Accepts<Dictionary<string, object>>("application/json").DisableRequestTimeout();

    private static async Task<IResult> PlaceAsync(int? runId, HttpContext http, RunPlacers placers)
    {
        if (await placers.FindAsync(runId) is not { } run)
        {
            return runId is null ? Problems.Conflict("There is no completed run to place customers by. Start one first.") : Problems.NotFound("completed run", runId);
        }
        var body = await ReadAsync(http);
        try
        {
            return body.IsEmpty ? Problems.Invalid("body", "Send one customer as an object, or an array of them.") : Answer(run, body, http);
        }
        catch (JsonException reason)
        {
            throw new BadHttpRequestException(reason.Message, reason);
        }
        finally
        {
            // Or the server would close the connection, not knowing where the next request begins.
            http.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    /// <summary>All of it: whether it is one customer or many, and whether it is JSON at all, has to be known before the answer begins.</summary>
    private static async Task<ReadOnlySequence<byte>> ReadAsync(HttpContext http)
    {
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            if (read.IsCompleted)
            {
                return read.Buffer;
            }
            http.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static IResult Answer(PlacingRun run, ReadOnlySequence<byte> body, HttpContext http)
    {
        var reader = body.IsSingleSegment ? new Utf8JsonReader(body.FirstSpan) : new Utf8JsonReader(body);
        reader.Read();
        return reader.TokenType == JsonTokenType.StartArray ? Many(run, ref reader, http) : One(run, ref reader);
    }

    private static IResult One(PlacingRun run, ref Utf8JsonReader reader)
    {
        var fields = new CustomerFields(run);
        if (fields.Read(ref reader) is { } problem)
        {
            return Problems.Invalid(problem.Field, problem.Message);
        }
        reader.Read();
        var point = new double[run.Placer.Preparation.Dimensions];
        if (!run.Placer.Prepare(fields.Numbers, fields.Words, point))
        {
            return Problems.Invalid("", NoPoint);
        }
        var placed = run.Placer.Placer.Place(point);
        var answer = new PooledJson();
        using var json = answer.Writer();
        new PredictionJson(run, json).Write(placed, run.Note(placed, point), point);
        return answer;
    }

    private const string NoPoint = "A derived feature or a logarithm has no value for this customer, so there is nothing to compare.";

    /// <summary>A customer who cannot be placed has an error in their place; the others are answered.</summary>
    private static IResult Many(PlacingRun run, ref Utf8JsonReader reader, HttpContext http)
    {
        var answer = new PooledJson();
        using var json = answer.Writer();
        var (writer, fields) = (new PredictionJson(run, json), new CustomerFields(run));
        var point = new double[run.Placer.Preparation.Dimensions];
        var count = 0;
        json.WriteStartArray();
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (count == MostCustomers)
            {
                return TypedResults.Problem($"A request takes at most {MostCustomers:N0} customers. Send the rest in further ones, or import them as a file.", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too many customers");
            }
            Place(run, fields.Read(ref reader), fields, point, writer);
        }
        reader.Read();
        json.WriteEndArray();
        json.Flush();
        http.MarkAsNamingPeople("predictions.made", $"run {run.Run.Id}, {count:N0} customers");
        return count == 0 ? Problems.Invalid("body", "The array is empty: send at least one customer.") : answer;
    }

    private static void Place(PlacingRun run, (string Field, string Message)? problem, CustomerFields fields, double[] point, PredictionJson writer)
    {
        if (problem is not null)
        {
            writer.Error(problem.Value.Field, problem.Value.Message);
        }
        else if (!run.Placer.Prepare(fields.Numbers, fields.Words, point))
        {
            writer.Error("", NoPoint);
        }
        else
        {
            var placed = run.Placer.Placer.Place(point);
            writer.Write(placed, run.Note(placed, point), null);
        }
    }
}

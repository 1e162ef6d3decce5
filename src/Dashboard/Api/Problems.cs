using Dashboard.Data;

namespace Dashboard.Api;

/// <summary>Answers that say what is wrong and what to do.</summary>
internal static class Problems
{
    public static IResult NotFound(string what, object id) =>
        TypedResults.Problem($"There is no {what} {id}. It may have been deleted.", statusCode: StatusCodes.Status404NotFound, title: "Not found");

    public static IResult Conflict(string reason) =>
        TypedResults.Problem(reason, statusCode: StatusCodes.Status409Conflict, title: "Not possible now");

    public static IResult NotCompleted(Work work) => Conflict(work.IsUnderWay
        ? "This is still under way. Ask again when its status is \"completed\"."
        : $"This ended without a result ({work.Status.ToString().ToLowerInvariant()}). Start it again with other settings.");

    public static IResult Invalid(Dictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors, detail: string.Join(" ", errors.Values.SelectMany(messages => messages)));

    public static IResult Invalid(string field, string message) => Invalid(new Dictionary<string, string[]> { [field] = [message] });
}

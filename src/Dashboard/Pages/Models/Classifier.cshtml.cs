using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Models;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Models;

public sealed class Classifier(DashboardDb db, ModelRequests requests, WorkQueue queue) : PageModel
{
    private const double GoodEnough = 0.9;
    private const double NoticeablyBetter = 0.01;

    public Run Run { get; private set; } = null!;
    public Data.Classifier? Work { get; private set; }
    public ClassifierScores? Scores { get; private set; }

    public Segment? Segment(int index) => Run.Segments.Find(s => s.Index == index);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Runs.AsNoTracking().WithSegmentsAsync(int.Parse((string)RouteData.Values["id"]!)) is not { Status: WorkStatus.Completed } run)
        {
            context.Result = NotFound();
            return;
        }
        (Run, Work) = (run, await db.Classifiers.NewestAsync(run.Id));
        await next();
    }

    public async Task OnGetAsync() => Scores = await db.Classifiers.ScoresAsync(Run.Id);

    public async Task<IActionResult> OnPostAsync()
    {
        await queue.StartAsync(await requests.TrainAsync(Run, User.Identity?.Name ?? ""));
        return Redirect($"/runs/{Run.Id}/classifier");
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (Work is not null)
        {
            await db.CancelAsync(Work);
        }
        return Redirect($"/runs/{Run.Id}/classifier");
    }

    public async Task<IActionResult> OnPostPlaceAsync(bool wanted)
    {
        var isDone = await requests.PlaceByClassifierAsync(Run, wanted);
        TempData[isDone ? "Notice" : "Warning"] = !isDone ? "Train the models first."
            : wanted ? "The classifier places new customers from now on. The segments of those who are in already stay." : "The segmentation’s own method places new customers again.";
        return Redirect($"/runs/{Run.Id}/classifier");
    }

    /// <summary>The best of those that learn, and how often it is right.</summary>
    public static ModelScore Learned(ClassifierScores scores) => scores.Models.Where(m => m.Kind != scores.Models[0].Kind).MaxBy(m => m.FoldsF1)!;

    /// <summary>What the figures come to, in sentences.</summary>
    public IEnumerable<string> InWords(ClassifierScores scores)
    {
        var (best, rule) = (scores.BestModel, scores.Models[0]);
        yield return $"{Capital(ClassifierNames.Of(best.Kind))} does best: of {scores.HeldOut:N0} customers it had never seen, it finds the right segment for {Figure.Share(best.Accuracy)}.";
        yield return best.Kind == rule.Kind ? "Learning gains nothing here: the segments are told apart by which centre is nearest, which is also how new customers are placed."
            : best.FoldsF1 - rule.FoldsF1 < NoticeablyBetter ? "The nearest-centre rule is practically as good, and simpler to explain."
            : $"The nearest-centre rule alone would be right for {Figure.Share(rule.Accuracy)}: the segments are not round, and a model that learns follows their shape.";
        yield return scores.Segments.Where(s => s.Customers > 0).MinBy(s => s.F1) is { } worst && worst.F1 < GoodEnough
            ? $"Hardest to tell is {Segment(worst.Index)?.Name}: {Figure.Share(worst.Recall)} of its customers are found, and of those said to be in it {Figure.Share(worst.Precision)} are."
            : "Every segment is told apart well.";
    }

    public static string Belief(double error) => error switch
    {
        <= 0.05 => "they can be taken as they are",
        <= 0.15 => "they are right in the rough",
        _ => "do not count on them, only on their order",
    };

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Models;

/// <summary>What a model cannot do, in sentences for those who use it.</summary>
public static class ModelLimits
{
    private const double Doubtful = 0.75;

    public static IEnumerable<string> Of(PlacingRun model)
    {
        var (run, placer) = (model.Run, model.Placer);
        yield return $"It needs {string.Join(", ", placer.Numbers.Concat(placer.Words).Select(c => c.Name))}. A customer who lacks one of them cannot be placed.";
        yield return $"It knows customers like its own: {string.Join(", ", placer.Numbers.Select(c => $"{c.Name} from {Figure.Text(c.Min)} to {Figure.Text(c.Max)}"))}. Others are placed too, with a note that says so.";
        if (placer.Placer is Learned)
        {
            yield return "A trained classifier places customers, not the method that found the segments. It gives everybody a segment, also those whom nothing here resembles.";
        }
        if (placer.Placer is NearestNeighbour { Reach: var reach } && double.IsFinite(reach))
        {
            yield return "Customers in thinly settled places have no segment. That is no fault; it is what this method does.";
        }
        if (RunModel.FromJson(run.Model!).Evidence?.Segments.Where(e => e.Stability < Doubtful).Select(e => model.Segment(e.Index)?.Name).OfType<string>().ToList() is { Count: > 0 } weak)
        {
            yield return $"Not to be relied on alone: {string.Join(", ", weak)}. Other samples of customers draw the border elsewhere.";
        }
        yield return $"It shows customers as they were in version {run.DatasetVersion} of {run.Dataset.Name}. Tastes change: when much new data has come, run the segmentation again.";
        yield return "Segments describe groups. Do not decide by them alone on single people, such as on credit or prices.";
    }
}

using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation;
using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>Stands in for the search where a model is given: the customers go where it puts them.</summary>
internal sealed class PlaceByModel(RunModel model, RunSettings settings, Matrix data)
{
    public (RunModel, ClusteringResult) Place()
    {
        // Whether they are like the customers that the model has seen does not matter here.
        var (clusters, bounds) = (model.Given!.Segments.Count, new double[data.Columns]);
        var anybody = new Familiarity(new double[clusters], bounds, bounds, []);
        var (placer, labels) = (model.PlacerFor(settings, anybody)!, new int[data.Rows]);
        var point = new double[data.Columns];
        for (var i = 0; i < labels.Length; i++)
        {
            for (var j = 0; j < point.Length; j++)
            {
                point[j] = data[i, j];
            }
            labels[i] = placer.Place(point).Segment;
        }
        CheckFilled(labels, clusters);
        var centres = Algorithms.IsByCentre(settings.Algorithm) ? model.Centres : Means(labels, clusters);
        var wcss = settings.Algorithm == Algorithms.Dbscan ? (double?)null : WithinClusterSumOfSquares.Of(data, labels);
        return (model with { Centres = centres, Familiarity = model.Familiarity ?? Familiarity.Of(data, labels, centres) }, new(labels, clusters, centres, wcss, 0));
    }

    private void CheckFilled(int[] labels, int clusters)
    {
        if (Enumerable.Range(0, clusters).Except(labels).Select(c => model.Given!.Segments[c].Name).ToList() is { Count: > 0 } empty)
        {
            throw new WorkFailed($"None of these customers would be in “{string.Join("”, “", empty)}”, so there is nothing to describe. Choose a data set with customers like those whom the model was made of.");
        }
    }

    private double[][] Means(int[] labels, int clusters) => [.. Enumerable.Range(0, clusters).Select(c =>
        Enumerable.Range(0, data.Columns).Select(j => labels.Index().Where(l => l.Item == c).Average(l => (double)data[l.Index, j])).ToArray())];
}

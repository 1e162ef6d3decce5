using Segmentation.Clustering;
using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class ClusterSweepTests
{
    [Fact]
    public void Each_step_holds_what_its_own_fit_gives()
    {
        var data = Tables.Blobs(400, 2, 4, seed: 6);
        var sweep = ClusterSweep.Run(data, 1, 6, starts: 5, seed: 7);
        Assert.Equal([1, 2, 3, 4, 5, 6], sweep.Steps.Select(step => step.K));
        var fit = KMeans.Fit(data, 4, starts: 5, seed: 7);
        Assert.Equal(fit.Wcss, sweep.Steps[3].Wcss);
        Assert.Equal(Silhouette.Mean(data, fit.Labels)!.Value, sweep.Steps[3].Silhouette!.Value, 1e-7);
        Assert.Equal(CalinskiHarabasz.Score(data, fit.Labels), sweep.Steps[3].CalinskiHarabasz);
        Assert.Equal(DaviesBouldin.Score(data, fit.Labels), sweep.Steps[3].DaviesBouldin);
        Assert.Equal(ClusterSizes.Of(fit.Labels, 4).Min(), sweep.Steps[3].Smallest);
        Assert.Null(sweep.Steps[0].Silhouette);
    }

    [Fact]
    public void The_best_has_the_greatest_silhouette()
    {
        var sweep = ClusterSweep.Run(Tables.Blobs(400, 2, 4, seed: 6), 1, 8);
        Assert.Equal(sweep.Steps.Max(step => step.Silhouette), sweep.Steps.Single(step => step.K == sweep.BestK).Silhouette);
    }

    [Fact]
    public void Few_rows_end_the_range()
    {
        Assert.Equal([2, 3], ClusterSweep.Run(Matrix.FromColumns([[1, 2, 9]]), 2, 10).Steps.Select(step => step.K));
        Assert.Equal(1, ClusterSweep.Run(Matrix.FromColumns([[4, 4, 4]]), 1, 10).BestK);
    }

    [Fact]
    public void Progress_rises_from_zero_to_one()
    {
        var reports = new Reports();
        ClusterSweep.Run(Tables.Blobs(400, 2, 4, seed: 6), progress: reports);
        reports.AssertRisingToOne();
    }
}

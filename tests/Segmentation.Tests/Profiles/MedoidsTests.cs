using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Segmentation.Tests.Profiles;

public sealed class MedoidsTests
{
    [Fact]
    public void The_medoid_is_the_row_with_the_least_sum_of_distances_and_of_equals_the_lowest() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(4) - 1)];
            var expected = Enumerable.Range(0, ClusterSizes.Clusters(labels)).Select(c =>
            {
                int[] members = [.. labels.Index().Where(row => row.Item == c).Select(row => row.Index)];
                return members.Length == 0 ? -1 : members.MinBy(i => members.Sum(j => Math.Sqrt(ExactDistance.Squared(data, i, j))));
            });
            Assert.Equal(expected, Medoids.Of(data, labels));
        });

    [Fact]
    public void A_large_cluster_takes_the_row_nearest_to_its_mean()
    {
        var data = Tables.Blobs(Medoids.ExactRows + 1, 3, 2, seed: 5);
        var labels = new int[data.Rows];
        var mean = ClusterMeans.Of(data, labels, 1)[0];
        Assert.Equal(Enumerable.Range(0, data.Rows).MinBy(i => ExactDistance.Squared(data, i, mean)), Medoids.Of(data, labels)[0]);
    }

    [Fact]
    public void The_threads_do_not_change_the_result_and_cancelling_throws()
    {
        var data = Tables.Blobs(4000, 3, 4, seed: 5);
        var labels = KMeans.Fit(data, 3).Labels;
        Assert.Equal(Medoids.Of(data, labels), Medoids.Of(data, labels, threads: 5));
        Assert.ThrowsAny<OperationCanceledException>(() => Medoids.Of(data, labels, cancellation: new CancellationToken(true)));
    }
}

using Segmentation.Quality;

namespace Segmentation.Tests.Quality;

public sealed class StructureVerdictTests
{
    [Theory]
    [InlineData(0.5, 0.75, 3, StructureKind.Natural)]
    [InlineData(0.49, 0.9, 3, StructureKind.Reproducible)]
    [InlineData(0.7, 0.9, 1, StructureKind.Reproducible)]
    [InlineData(0.7, 0.74, 3, StructureKind.Constructive)]
    public void Clusters_must_come_back_and_lie_apart(double silhouette, double weakest, int gap, StructureKind kind) =>
        Assert.Equal(kind, StructureVerdict.Of(silhouette, Stability(0.95, weakest), new GapStatistic([], gap)));

    [Fact]
    public void Without_a_gap_statistic_the_silhouette_decides()
    {
        Assert.Equal(StructureKind.Natural, StructureVerdict.Of(0.6, Stability(0.9)));
        Assert.Equal(StructureKind.Reproducible, StructureVerdict.Of(null, Stability(0.9)));
    }

    private static BootstrapStability Stability(params double[] means) => new([.. means.Select((mean, c) => new ClusterStability(c, mean, []))], 50, 100);
}

using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class ProbabilityScoreTests
{
    [Fact]
    public void Log_loss_and_brier_score_by_hand()
    {
        double[][] probabilities = [[0.5, 0.5, 0], [0.25, 0.25, 0.5]];
        Assert.Equal((Math.Log(2) + Math.Log(4)) / 2, ProbabilityScore.LogLoss(probabilities, [0, 1]), 1e-15);
        Assert.Equal((0.5 + 0.0625 + 0.5625 + 0.25) / 2, ProbabilityScore.Brier(probabilities, [0, 1]), 1e-15);
    }

    [Fact]
    public void A_sure_hit_costs_nothing_and_a_sure_mistake_is_finite()
    {
        Assert.Equal((0, 0), (ProbabilityScore.LogLoss([[0, 1]], [1]), ProbabilityScore.Brier([[0, 1]], [1])));
        Assert.Equal(52 * Math.Log(2), ProbabilityScore.LogLoss([[0, 1]], [0]), 1e-12);
        Assert.Equal(2, ProbabilityScore.Brier([[0, 1]], [0]));
    }
}

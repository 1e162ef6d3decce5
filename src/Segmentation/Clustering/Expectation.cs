using System.Collections.Concurrent;

namespace Segmentation.Clustering;

/// <summary>Passes over all rows in fixed pieces of small steps, so that threads do not change a bit of the sums.</summary>
internal sealed class Expectation(Matrix data, int threads, CancellationToken cancellation)
{
    private const int RowsPerPiece = 1 << 10;

    private readonly ConcurrentBag<MixtureStep> _idle = [];

    /// <summary>The E-step: calls back with the first row, the number of rows and their responsibilities; returns the log-likelihood.</summary>
    public double Run(Mixture mixture, Action<int, int, MixtureStep> use)
    {
        var densities = new MixtureDensities(mixture);
        var logs = new double[Pieces];
        ForEachStep(mixture.Means, (piece, from, rows, step) =>
        {
            logs[piece] += step.Expect(densities, data, from, rows);
            use(from, rows, step);
        });
        return Kernels.Sum.Of(logs);
    }

    /// <summary>The E-step with the sums that the M-step needs, around the means of the mixture.</summary>
    public (Moments[] Moments, double LogLikelihood) Moments(Mixture mixture)
    {
        var pieces = new Moments[Pieces][];
        var logs = new double[Pieces];
        var densities = new MixtureDensities(mixture);
        ForEachStep(mixture.Means, (piece, from, rows, step) =>
        {
            logs[piece] += step.Expect(densities, data, from, rows);
            step.AddTo(pieces[piece] ??= Empty(mixture.Means));
        });
        return (Sum(pieces, mixture.Means), Kernels.Sum.Of(logs));
    }

    /// <summary>The sums for rows that are wholly of the cluster of their label.</summary>
    public Moments[] Moments(int[] labels, double[][] means)
    {
        var pieces = new Moments[Pieces][];
        ForEachStep(means, (piece, from, rows, step) =>
        {
            step.Assume(labels.AsSpan(from, rows), means, data, from);
            step.AddTo(pieces[piece] ??= Empty(means));
        });
        return Sum(pieces, means);
    }

    private int Pieces => (data.Rows + RowsPerPiece - 1) / RowsPerPiece;

    private void ForEachStep(double[][] means, Action<int, int, int, MixtureStep> work) => Workers.Run(Pieces, threads, piece =>
    {
        var step = _idle.TryTake(out var idle) && idle.Components == means.Length ? idle : new MixtureStep(means.Length, data.Columns);
        int end = Math.Min(data.Rows, (piece + 1) * RowsPerPiece);
        for (int from = piece * RowsPerPiece; from < end; from += MixtureStep.MostRows)
            work(piece, from, Math.Min(MixtureStep.MostRows, end - from), step);
        _idle.Add(step);
    }, cancellation);

    private static Moments[] Empty(double[][] means) => Array.ConvertAll(means, mean => new Moments(mean.Length));

    private static Moments[] Sum(Moments[][] pieces, double[][] means)
    {
        var sums = Empty(means);
        foreach (var piece in pieces)
        {
            for (int c = 0; c < sums.Length; c++)
                sums[c].Add(piece[c]);
        }
        return sums;
    }
}

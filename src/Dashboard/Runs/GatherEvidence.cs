using Dashboard.Data;
using Segmentation;
using Segmentation.Classification;
using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;

namespace Dashboard.Runs;

/// <summary>Looks at found clusters once more: do they come back, can they be told in rules, who is typical, who in doubt, whom might they disadvantage?</summary>
internal sealed class GatherEvidence(Matrix data, ClusteringResult found, Customers customers, RunSettings settings, RunModel model, WorkProgress progress, CancellationToken cancellation)
{
    /// <summary>Below this margin a customer could as well be in another segment.</summary>
    public const double TossUp = 0.1;

    private const int FewRows = 1_000;
    private const int ManyRepeats = 100;
    private const int UsualRepeats = 50;
    private const int MostStarts = 20;
    private const int SilhouetteRows = 20_000;

    public RunEvidence? Gather()
    {
        if (found.Clusters == 0)
        {
            return null;
        }
        var stability = Stability();
        var rules = RuleTree.Fit(RuleColumns(), found.Labels, seed: settings.Seed, threads: FindClusters.Threads, cancellation: cancellation);
        var silhouettes = Silhouettes();
        var margins = Algorithms.IsByCentre(settings.Algorithm) ? Margins.Of(data, found.Labels, found.Centres) : null;
        var doubtful = margins is null ? null : Margins.Borderline(margins, found.Labels);
        var medoids = Medoids.Of(data, found.Labels, FindClusters.Threads, cancellation);
        return new(
            [.. Enumerable.Range(0, found.Clusters).Select(c => new SegmentEvidence(
                c, Known(stability?.Clusters[c].Mean), Spread(stability?.Clusters[c].Jaccards ?? []), stability?.Clusters[c].Dissolved ?? 0, RuleOf(rules.Rules[c]),
                Known(silhouettes[c]), margins is null || found.Clusters == 1 ? null : Borderline(margins, c), medoids[c] < 0 ? null : customers.Rows[medoids[c]],
                doubtful is null || found.Clusters == 1 ? [] : [.. doubtful[c].Select(i => customers.Rows[i])]))],
            rules.Agreement, stability?.Repeats ?? 0, stability?.RowsUsed ?? 0, [.. Sensitive()]);
    }

    /// <summary>
    /// Null for DBSCAN on more rows than are drawn from, since its epsilon and min points hold for the density of all of them, and for a model that was not found here.
    /// </summary>
    private BootstrapStability? Stability() => model.Given is not null || settings.Algorithm == Algorithms.Dbscan && data.Rows > BootstrapStability.MaxRows ? null
        : BootstrapStability.Of(data, found.Labels, Again, data.Rows <= FewRows ? ManyRepeats : UsualRepeats, settings.Seed, FindClusters.Threads, progress, cancellation);

    private int[] Again(Matrix rows, CancellationToken cancelled)
    {
        var starts = Math.Min(settings.Starts, MostStarts);
        return settings.Algorithm switch
        {
            Algorithms.KMeans => KMeans.Fit(rows, model.K!.Value, starts, settings.Seed, cancellation: cancelled).Labels,
            Algorithms.Dbscan => Dbscan.Fit(rows, model.Epsilon!.Value, settings.MinPoints, cancellation: cancelled).Labels,
            Algorithms.Hdbscan => Hdbscan.Fit(rows, Math.Max(2, (int)((long)model.MinClusterSize!.Value * rows.Rows / data.Rows)), settings.MinPoints, cancellation: cancelled).Clustering.Labels,
            _ => GaussianMixture.Fit(rows, model.K!.Value, settings.Covariance ?? CovarianceShape.Full, starts, settings.Seed, cancellation: cancelled).Clustering.Labels,
        };
    }

    /// <summary>Rules speak of columns of the file: a derived feature stands for the columns that it is made of.</summary>
    private List<NumberColumn> RuleColumns()
    {
        var source = new Predictions.FeatureSource(customers.Columns, settings.Derived, customers.NumberFeatures.Select(f => f.Name));
        return [.. source.Columns.Select(c => customers.Numbers.First(n => n.Name == c.Name)).Where(n => !Array.Exists(n.Values, double.IsNaN))];
    }

    private static RuleFound? RuleOf(SegmentRule rule) =>
        rule.Alternatives.Count == 0 ? null : new(rule.Text, rule.Sql, rule.Coverage, rule.Precision, rule.Rows, rule.Hits);

    /// <summary>One mean per cluster, of customers evenly spread where there are many.</summary>
    private double[] Silhouettes()
    {
        var chosen = Matrix.Spread(data.Rows, SilhouetteRows);
        int[] labels = [.. chosen.Select(i => found.Labels[i])];
        var values = labels.Zip(Silhouette.Values(data.Thinned(SilhouetteRows), labels, FindClusters.Threads, cancellation)).ToLookup(v => v.First, v => v.Second);
        return [.. Enumerable.Range(0, found.Clusters).Select(c => values[c].DefaultIfEmpty(double.NaN).Average())];
    }

    private double Borderline(double[] margins, int cluster)
    {
        var own = margins.Where((_, i) => found.Labels[i] == cluster).ToList();
        return own.Count(margin => margin < TossUp) / (double)Math.Max(1, own.Count);
    }

    private IEnumerable<SensitiveFinding> Sensitive()
    {
        foreach (var (name, values) in SensitiveColumns.In(customers.Columns, customers.Numbers, customers.Categories))
        {
            if (Association.Of(found.Labels, values) is { } association)
            {
                yield return new(name, association.CramersV, association.Low, association.High, association.Lambda);
            }
        }
    }

    private static double[] Spread(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? [] : [.. new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => Quantile.OfSorted(sorted, share))];
    }

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) ? known : null;
}

namespace Segmentation.Clustering;

/// <summary>A cluster that lives over a range of densities, 1 / distance: rows leave it as the density rises, until it splits or dies.</summary>
internal sealed class CondensedCluster(double death)
{
    private double _sum;

    /// <summary>The density above which it has split or shrunk below the least size.</summary>
    public double Death { get; } = death;

    /// <summary>The density from which it is apart; 0 for the cluster of everything.</summary>
    public double Birth { get; private set; }

    /// <summary>The cluster it splits from, or -1.</summary>
    public int Parent { get; private set; } = -1;

    /// <summary>Its excess of mass: how long rows stay, in density, summed over rows.</summary>
    public double Stability { get; private set; }

    public void Lose(int rows, double density) => _sum += rows * density;

    public void Close(int parent, double birth, int size)
    {
        (Parent, Birth) = (parent, birth);
        Stability = _sum - size * birth;
    }
}

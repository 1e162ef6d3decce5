using System.Runtime.InteropServices;

namespace Segmentation.Clustering;

/// <summary>
/// The hierarchy of density, seen from the densest end: components join as the distance grows, all pairs of one distance at
/// once (Campello, Moulavi, Sander, PAKDD 2013, algorithm 1), and those below the least size are rows that their cluster loses.
/// </summary>
internal sealed class CondensedTree
{
    private const int None = -1;

    private readonly int _minClusterSize;
    private readonly DisjointSets _sets;
    private readonly int[] _sizes;
    private readonly int[] _clusters;
    // The rows of a small component as a ring.
    private readonly int[] _next;
    // What joins at one distance: the component before, below the one after.
    private readonly List<long> _parts = [];

    private CondensedTree(int rows, int minClusterSize)
    {
        _minClusterSize = minClusterSize;
        _sets = new DisjointSets(rows);
        _next = [.. Enumerable.Range(0, rows)];
        _sizes = new int[rows];
        _clusters = new int[rows];
        ClusterOfRow = new int[rows];
        DensityOfRow = new double[rows];
        Array.Fill(_sizes, 1);
        Array.Fill(_clusters, None);
        Array.Fill(ClusterOfRow, None);
    }

    /// <summary>Every cluster comes after those that split from it; the last is the cluster of everything.</summary>
    public List<CondensedCluster> Clusters { get; } = [];

    /// <summary>The smallest cluster that a row is in; -1 with fewer rows than the least size.</summary>
    public int[] ClusterOfRow { get; }

    /// <summary>The density at which the row leaves it.</summary>
    public double[] DensityOfRow { get; }

    /// <summary>From a minimum spanning tree, shortest edge first. Densities are in 1 / unit of the edges.</summary>
    public static CondensedTree Of(int rows, ReachabilityEdge[] edges, int minClusterSize, CancellationToken cancellation)
    {
        var tree = new CondensedTree(rows, minClusterSize);
        // Equal rows would be infinitely dense, and any group of them a cluster: they count as dense as the nearest unequal ones.
        double least = edges.FirstOrDefault(edge => edge.Squared > 0, new ReachabilityEdge(0, 0, 1)).Squared;
        for (int from = 0, to; from < edges.Length; from = to)
        {
            cancellation.ThrowIfCancellationRequested();
            for (to = from + 1; to < edges.Length && edges[to].Squared == edges[from].Squared;)
                to++;
            tree.JoinAll(edges.AsSpan(from, to - from), 1 / Math.Sqrt(Math.Max(least, edges[from].Squared)));
        }
        if (tree.Clusters.Count > 0)
            tree.Clusters[^1].Close(None, 0, rows);
        return tree;
    }

    private void JoinAll(ReadOnlySpan<ReachabilityEdge> edges, double density)
    {
        _parts.Clear();
        foreach (var edge in edges)
        {
            _parts.Add(_sets.Find(edge.A));
            _parts.Add(_sets.Find(edge.B));
        }
        foreach (var edge in edges)
            _sets.Join(edge.A, edge.B);
        foreach (ref long part in CollectionsMarshal.AsSpan(_parts))
            part |= (long)_sets.Find((int)part) << 32;
        _parts.Sort();
        for (int from = 0, to; from < _parts.Count; from = to)
        {
            long root = _parts[from] >> 32;
            for (to = from + 1; to < _parts.Count && _parts[to] >> 32 == root;)
                to++;
            Merge([.. _parts[from..to].Distinct().Select(part => (int)part)], (int)root, density);
        }
    }

    private void Merge(int[] parts, int root, double density)
    {
        int[] large = [.. parts.Where(part => _clusters[part] != None)];
        int size = parts.Sum(part => _sizes[part]);
        int cluster = large.Length == 1 ? _clusters[large[0]] : large.Length > 1 || size >= _minClusterSize ? Open(density) : None;
        foreach (int part in parts)
        {
            if (cluster == None)
                (_next[root], _next[part]) = (_next[part], _next[root]);
            else if (_clusters[part] == None)
                LoseRows(cluster, part, density);
            else if (large.Length > 1)
                Split(cluster, part, density);
        }
        (_sizes[root], _clusters[root]) = (size, cluster);
    }

    private int Open(double density)
    {
        Clusters.Add(new CondensedCluster(density));
        return Clusters.Count - 1;
    }

    private void Split(int parent, int part, double density)
    {
        Clusters[_clusters[part]].Close(parent, density, _sizes[part]);
        Clusters[parent].Lose(_sizes[part], density);
    }

    private void LoseRows(int cluster, int part, double density)
    {
        Clusters[cluster].Lose(_sizes[part], density);
        int row = part;
        do
        {
            ClusterOfRow[row] = cluster;
            DensityOfRow[row] = density;
            row = _next[row];
        }
        while (row != part);
    }
}

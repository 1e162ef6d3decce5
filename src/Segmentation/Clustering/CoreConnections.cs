using System.Numerics;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Second pass: core rows within epsilon of each other come into one set. Leaves whose core rows are known to be in one set are joined by a single pair.</summary>
internal sealed class CoreConnections
{
    private readonly LeafPasses _passes;
    private readonly ulong[] _cores;
    private readonly bool[] _isOneSet;
    private readonly DisjointSets _sets;

    private CoreConnections(LeafPasses passes, ulong[] cores)
    {
        _passes = passes;
        _cores = cores;
        _isOneSet = new bool[cores.Length];
        _sets = new DisjointSets(passes.Tree.Rows.Rows);
    }

    public static DisjointSets Join(LeafPasses passes, ulong[] cores)
    {
        var connections = new CoreConnections(passes, cores);
        passes.ForEachLeaf((leaf, near) =>
        {
            connections.JoinWithin(leaf);
            connections.JoinToEarlier(leaf, near);
        });
        return connections._sets;
    }

    /// <summary>Grows each set among the core rows of one leaf, whole words of rows at a time.</summary>
    private void JoinWithin(int leaf)
    {
        Span<float> point = stackalloc float[_passes.Tree.Rows.Columns];
        int from = _passes.Tree.Leaf(leaf).From;
        int sets = 0;
        for (ulong rest = _cores[leaf]; rest != 0; sets++)
        {
            int root = BitOperations.TrailingZeroCount(rest);
            ulong frontier = 1UL << root;
            for (rest ^= frontier; frontier != 0 && rest != 0;)
            {
                _passes.Load(from + BitOperations.TrailingZeroCount(frontier), point);
                ulong reached = _passes.Within(leaf, point) & rest;
                frontier = (frontier & (frontier - 1)) | reached;
                rest ^= reached;
                JoinAll(from + root, from, reached);
            }
        }
        Volatile.Write(ref _isOneSet[leaf], sets == 1);
    }

    private void JoinToEarlier(int leaf, NearLeaves near)
    {
        if (_cores[leaf] == 0)
            return;
        foreach (int other in near.Around(leaf))
        {
            if (other < leaf && _cores[other] != 0 && !AreJoined(leaf, other))
                Join(leaf, other);
        }
    }

    private bool AreJoined(int a, int b) =>
        IsOneSet(a) && IsOneSet(b) && _sets.Find(FirstCore(a)) == _sets.Find(FirstCore(b));

    private bool IsOneSet(int leaf)
    {
        if (Volatile.Read(ref _isOneSet[leaf]))
            return true;
        int from = _passes.Tree.Leaf(leaf).From;
        int root = _sets.Find(FirstCore(leaf));
        for (ulong cores = _cores[leaf]; cores != 0; cores &= cores - 1)
        {
            if (_sets.Find(from + BitOperations.TrailingZeroCount(cores)) != root)
                return false;
        }
        Volatile.Write(ref _isOneSet[leaf], true);
        return true;
    }

    private void Join(int leaf, int other)
    {
        Span<float> point = stackalloc float[_passes.Tree.Rows.Columns];
        int from = _passes.Tree.Leaf(leaf).From, otherFrom = _passes.Tree.Leaf(other).From;
        bool oneHere = Volatile.Read(ref _isOneSet[leaf]), oneThere = Volatile.Read(ref _isOneSet[other]);
        for (ulong cores = _cores[leaf]; cores != 0; cores &= cores - 1)
        {
            int row = from + BitOperations.TrailingZeroCount(cores);
            _passes.Load(row, point);
            if (!_passes.Reaches(point, other))
                continue;
            ulong reached = _passes.Within(other, point) & _cores[other];
            JoinAll(row, otherFrom, oneThere ? reached & (~reached + 1) : reached);
            if (reached != 0 && oneHere && oneThere)
                return;
        }
    }

    private void JoinAll(int row, int from, ulong rows)
    {
        for (; rows != 0; rows &= rows - 1)
            _sets.Join(row, from + BitOperations.TrailingZeroCount(rows));
    }

    private int FirstCore(int leaf) => _passes.Tree.Leaf(leaf).From + BitOperations.TrailingZeroCount(_cores[leaf]);
}

namespace Segmentation.Clustering;

/// <summary>
/// Disjoint sets that any number of threads may join at once without locks: the lower number is the root, so a lost
/// race only means another try (Anderson and Woll, STOC 1991).
/// </summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count) => _parent = [.. Enumerable.Range(0, count)];

    public int Find(int item)
    {
        while (true)
        {
            int parent = Volatile.Read(ref _parent[item]);
            if (parent == item)
                return item;
            int grandparent = Volatile.Read(ref _parent[parent]);
            if (grandparent != parent)
                Interlocked.CompareExchange(ref _parent[item], grandparent, parent);
            item = parent;
        }
    }

    public void Join(int a, int b)
    {
        while (true)
        {
            a = Find(a);
            b = Find(b);
            if (a == b)
                return;
            (a, b) = (Math.Min(a, b), Math.Max(a, b));
            if (Interlocked.CompareExchange(ref _parent[b], a, b) == b)
                return;
        }
    }
}

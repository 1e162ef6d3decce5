namespace Segmentation.Clustering;

/// <summary>Roots of disjoint sets to numbers from 0, as they come; -1 stays.</summary>
internal static class RootNumbers
{
    public static void Apply(int[] roots, int sets)
    {
        var numbers = new int[sets];
        int clusters = 0;
        foreach (ref int root in roots.AsSpan())
        {
            if (root < 0)
                continue;
            if (numbers[root] == 0)
                numbers[root] = ++clusters;
            root = numbers[root] - 1;
        }
    }
}

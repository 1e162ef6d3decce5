namespace Segmentation.Classification;

/// <summary>A table of trees as it is stored: nodes as one array per property.</summary>
internal sealed record StoredTrees(int Features, int Classes, int[] Feature, float[] Cut, int[] Next, int[] Roots, double[] Leaves)
{
    public static StoredTrees? Of(RandomForest? model) => model is null ? null : Of(model, model.Table);

    public static StoredTrees? Of(GradientBoosting? model) => model is null ? null : Of(model, model.Table);

    public RandomForest ToForest()
    {
        var table = Checked(Classes);
        ClassifierFile.Check(Leaves.All(share => share is >= 0 and <= 1), "a share is not between 0 and 1");
        return new RandomForest(Features, Classes, table);
    }

    public GradientBoosting ToBoosting()
    {
        var table = Checked(1);
        ClassifierFile.Check(Roots.Length % Classes == 0, "there is not one tree per class in each round");
        return new GradientBoosting(Features, Classes, table);
    }

    private static StoredTrees Of(IClassifier model, TreeTable table) => new(model.Features, model.Classes,
        [.. table.Nodes.Select(node => node.Feature)], [.. table.Nodes.Select(node => node.Cut)], [.. table.Nodes.Select(node => node.Next)], table.Roots, table.Leaves);

    private TreeTable Checked(int width)
    {
        ClassifierFile.Check(Features > 0 && Classes > 0, "it has no features or no classes");
        ClassifierFile.Check(Feature is not null && Cut?.Length == Feature.Length && Next?.Length == Feature.Length, "the arrays of the nodes differ in length");
        ClassifierFile.Check(Leaves is not null && Leaves.Length % width == 0, "the leaves are not complete");
        ClassifierFile.Check(Leaves!.All(double.IsFinite) && Cut!.All(float.IsFinite), "a number is not finite");
        ClassifierFile.Check(Roots is { Length: > 0 } && Roots.All(root => (uint)root < (uint)Feature!.Length), "a tree begins nowhere");
        ClassifierFile.Check(Enumerable.Range(0, Feature!.Length).All(node => LeadsOn(node, Leaves!.Length / width)), "a node leads nowhere");
        return new TreeTable([.. Enumerable.Range(0, Feature.Length).Select(i => new TreeNode(Feature[i], Cut![i], Next![i]))], Roots!, Leaves!);
    }

    // Children stand behind their parents, so that no walk can go round in circles.
    private bool LeadsOn(int node, int leaves) => Feature[node] < 0
        ? Feature[node] == -1 && (uint)Next[node] < (uint)leaves
        : Feature[node] < Features && Next[node] > node && Next[node] < Feature.Length - 1;
}

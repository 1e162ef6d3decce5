using Segmentation.Neighbours;

namespace Segmentation.Tests.Neighbours;

public sealed class KdTreeTests
{
    [Fact]
    public void Every_row_is_in_the_tree_once_and_in_the_box_of_its_leaf() =>
        Tables.ForAll((data, _) =>
        {
            var tree = new KdTree(data);
            Assert.Equal(Enumerable.Range(0, data.Rows), tree.Order.ToArray().Order());
            for (int leaf = 0; leaf < tree.Leaves; leaf++)
            {
                var (from, to) = tree.Leaf(leaf);
                for (int i = from; i < to; i++)
                {
                    Assert.Equal(data.Row(tree.Order[i]), tree.Rows.Row(i));
                    Assert.Equal(0, tree.Boxes.SquaredDistance(Array.ConvertAll(tree.Rows.Row(i), x => (float)x), tree.Boxes.FirstLeaf + leaf));
                }
            }
        }, maxRows: 1000);

    [Fact]
    public void The_leaves_near_a_leaf_are_all_within_reach_nearest_first() =>
        Tables.ForAll((data, random) =>
        {
            var tree = new KdTree(data);
            float reach = random.NextBelow(30);
            var near = new NearLeaves(tree, reach);
            for (int leaf = 0; leaf < tree.Leaves; leaf++)
            {
                int around = tree.Boxes.FirstLeaf + leaf;
                float Distance(int other) => tree.Boxes.SquaredDistance(around, tree.Boxes.FirstLeaf + other);
                var found = near.Around(leaf).ToArray();
                Assert.Equal(Enumerable.Range(0, tree.Leaves).Where(other => Distance(other) <= reach), found.Order());
                Assert.Equal(found.Select(Distance).Order(), found.Select(Distance));
            }
        }, maxRows: 2000);

    [Fact]
    public void A_box_just_at_a_distance_is_not_nearer_than_that()
    {
        var tree = new KdTree(Matrix.FromColumns([[.. Enumerable.Repeat(0.0, 64), .. Enumerable.Repeat(0.1, 64)], new double[128]]));
        double squared = Math.Pow((double)tree.Rows[0, 0] - tree.Rows[127, 0], 2);
        float[] point = [tree.Rows[0, 0], 0];
        int other = tree.Boxes.FirstLeaf + 1;
        float distance = tree.Boxes.SquaredDistance(tree.Boxes.FirstLeaf, other);
        Assert.False(tree.Boxes.IsNearer(point, other, squared));
        Assert.True(tree.Boxes.IsNearer(point, other, Math.BitIncrement(squared)));
        Assert.False(tree.Boxes.IsNearer(tree.Boxes.FirstLeaf, other, distance, squared));
        Assert.True(tree.Boxes.IsNearer(tree.Boxes.FirstLeaf, other, distance, Math.BitIncrement(squared)));
    }

    [Fact]
    public void The_threads_do_not_change_the_order()
    {
        var data = Tables.Blobs(100_000, 3, 5, seed: 1);
        Assert.Equal(new KdTree(data, threads: 1).Order.ToArray(), new KdTree(data, threads: 4).Order.ToArray());
    }
}

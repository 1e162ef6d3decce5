using Segmentation.Neighbours;

namespace Segmentation.Tests.Neighbours;

public sealed class SelectionTests
{
    [Fact]
    public void Every_key_before_the_position_is_less_than_any_after()
    {
        var random = new SplitMix(1);
        for (int trial = 0; trial < 500; trial++)
        {
            int count = 1 + random.NextBelow(1200);
            ulong[] keys = [.. Enumerable.Range(0, count).OrderBy(_ => random.Next()).Select(key => (ulong)key)];
            int position = random.NextBelow(count);
            Selection.Partition(keys, position);
            Assert.All(keys[..position], key => Assert.True(key < (ulong)position));
            Assert.Equal(Enumerable.Range(0, count), keys.Select(key => (int)key).Order());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sorted_keys_are_no_trap(bool descending)
    {
        var keys = Enumerable.Range(0, 100_000).Select(key => (ulong)(descending ? 99_999 - key : key)).ToArray();
        Selection.Partition(keys, 65_536);
        Assert.True(keys[..65_536].Max() < keys[65_536..].Min());
    }
}

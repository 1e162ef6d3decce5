using Segmentation.Kernels;

namespace Segmentation.Tests.Kernels;

public sealed class RepulsionTests
{
    [Fact]
    public void Pushes_are_the_same_bits_in_every_form() =>
        Tables.ForAll((data, random) =>
        {
            var bodies = new Bodies();
            for (int i = 0; i < data.Rows; i++)
                bodies.Add(data[i, 0], random.NextBelow(20), 1 + random.NextBelow(5));
            float[] x = [.. Enumerable.Range(0, 64).Select(_ => (float)(30 * random.NextDouble()))], y = [.. x.Reverse()];
            Assert.Equal(Of<LanesPlain>(x, y, bodies), Of<Lanes256>(x, y, bodies));
            Assert.Equal(Of<LanesPlain>(x, y, bodies), Of<Lanes512>(x, y, bodies));
        });

    [Fact]
    public void One_body_pushes_by_the_definition()
    {
        var bodies = new Bodies();
        bodies.Add(1, 5, 3);
        var found = Of<Lanes512>([.. Enumerable.Repeat(3f, 16)], [.. Enumerable.Repeat(4f, 16)], bodies);
        // Squared distance 5, so w is 1/6.
        Assert.Equal([3 / 36f * 2, 3 / 36f * -1, 3 / 6f], [found[0], found[16], found[32]]);
    }

    [Fact]
    public void A_list_of_bodies_grows_and_can_be_used_again()
    {
        var bodies = new Bodies();
        for (int i = 0; i < 1000; i++)
            bodies.Add(i, -i, 2);
        bodies.Add(new float[500], new float[500]);
        Assert.Equal((1500, 999, -999, 2, 1), (bodies.Count, bodies.X[999], bodies.Y[999], bodies.Mass[999], bodies.Mass[1499]));
        bodies.Clear();
        Assert.Equal(0, bodies.X.Length);
    }

    private static float[] Of<T>(float[] x, float[] y, Bodies bodies)
        where T : struct, ILanes<T>
    {
        float[] pushX = new float[x.Length], pushY = new float[x.Length], weights = new float[x.Length];
        Repulsion.Of<T>(x, y, bodies, pushX, pushY, weights);
        return [.. pushX, .. pushY, .. weights];
    }
}

using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class LbfgsTests
{
    [Fact]
    public void A_stretched_bowl_is_descended_to_its_bottom()
    {
        double[] bottom = [3, -2, 0.5, 100], stretch = [1, 1e-3, 1e4, 20];
        var search = new Lbfgs(Bowl, new double[4]);
        var found = search.Minimise(1e-9, 500, _ => { });
        Assert.All(bottom.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.InRange(search.Iterations, 2, 200);

        double Bowl(double[] x, double[] gradient)
        {
            for (int i = 0; i < x.Length; i++)
                gradient[i] = 2 * stretch[i] * (x[i] - bottom[i]);
            return x.Select((value, i) => stretch[i] * Math.Pow(value - bottom[i], 2)).Sum();
        }
    }

    [Fact]
    public void The_value_falls_with_every_iteration()
    {
        var values = new List<double>();
        double last = double.PositiveInfinity;
        new Lbfgs(Valley, [-4, 9]).Minimise(1e-6, 100, _ => values.Add(last));
        Assert.Equal(values.OrderDescending(), values);
        Assert.True(values.Count > 3);

        double Valley(double[] x, double[] gradient)
        {
            double u = Math.Exp(x[0] + x[1]), v = Math.Exp(-x[0] + x[1] / 2);
            (gradient[0], gradient[1]) = (u - v + 0.1 * x[0], u + v / 2 + 0.1 * x[1]);
            return last = u + v + 0.05 * (x[0] * x[0] + x[1] * x[1]);
        }
    }

    [Fact]
    public void At_the_bottom_already_nothing_is_done()
    {
        var search = new Lbfgs((x, gradient) => 7, [1, 2]);
        Assert.Equal([1, 2], search.Minimise(1e-9, 10, _ => { }));
        Assert.Equal(0, search.Iterations);
    }
}

using Segmentation.Clustering;
using Segmentation.Kernels;
using Segmentation.Neighbours;
using Segmentation.Tests.Clustering;

namespace Segmentation.Tests.Neighbours;

public sealed class CellGridTests
{
    [Fact]
    public void Rows_of_a_cell_are_within_epsilon_and_those_within_epsilon_in_its_runs() =>
        Tables.ForAll((data, random) =>
        {
            double epsilon = 0.5 + random.NextBelow(12) / 2.0;
            var grid = new CellGrid(data, CellLayout.Of(data, epsilon)!, 1);
            Assert.Equal(Enumerable.Range(0, data.Rows), grid.Order.ToArray().Order());
            for (int cell = 0; cell < grid.Cells; cell++)
            {
                int[] own = Rows(grid.Cell(cell)), around = [.. grid.Layout.Lines.SelectMany(line => Rows(grid.Line(grid.Place(cell) + line)))];
                Assert.All(own, i => Assert.Equal(data.Row(grid.Order[i]), grid.Rows.Row(i)));
                Assert.All(own, i => Assert.All(own, j => Assert.True(Reference.Distance(grid.Rows, i, j) <= epsilon)));
                Assert.All(own, i => Assert.Empty(Near(grid.Rows, i, epsilon).Except(around)));
            }
        }, maxRows: 60, maxColumns: 3, reach: 8);

    [Fact]
    public void Every_pair_of_cells_with_rows_within_epsilon_is_looked_at_once() =>
        Tables.ForAll((data, random) =>
        {
            double epsilon = 0.5 + random.NextBelow(12) / 2.0;
            var grid = new CellGrid(data, CellLayout.Of(data, epsilon)!, 1);
            int[] cells = [.. Enumerable.Range(0, grid.Cells).SelectMany(cell => Rows(grid.Cell(cell)).Select(_ => cell))];
            int[] ahead = [.. grid.Layout.Touching.Concat(grid.Layout.Apart).SelectMany(line => Enumerable.Range(0, 5).Where(i => (line.Places >> i & 1) != 0).Select(i => line.Step + i))];
            Assert.Equal(ahead.Length, ahead.Distinct().Count());
            for (int i = 0; i < data.Rows; i++)
                Assert.All(Near(grid.Rows, i, epsilon).Where(j => cells[j] > cells[i]), j => Assert.Contains(grid.Place(cells[j]) - grid.Place(cells[i]), ahead));
        }, maxRows: 60, maxColumns: 3, reach: 8);

    [Fact]
    public void Cells_and_leaves_find_the_same_clusters() =>
        Tables.ForAll((data, random) =>
        {
            double epsilon = 0.5 + random.NextBelow(12) / 2.0;
            int minPoints = 1 + random.NextBelow(8);
            var within = new Within(epsilon, data.Columns);
            var byCells = Dbscan.ByCells(new CellPasses(new CellGrid(data, CellLayout.Of(data, epsilon)!, 1), within, 2, null, default), minPoints);
            var byLeaves = Dbscan.ByLeaves(new LeafPasses(new KdTree(data), within, 2, null, default), minPoints);
            Assert.Equal(byLeaves.Select(label => label < 0), byCells.Select(label => label < 0));
            DbscanTests.AssertSamePartition(byLeaves, byCells);
        }, maxRows: 500, maxColumns: 3, reach: 8);

    [Fact]
    public void Far_more_cells_than_rows_or_more_than_three_columns_make_no_grid()
    {
        Assert.Null(CellLayout.Of(Matrix.FromColumns([[0, 1e9], [0, 1e9]]), 1));
        Assert.Null(CellLayout.Of(Matrix.FromColumns([[0, 1e-9, 1e30]]), 1e-9));
        Assert.Null(CellLayout.Of(Tables.Blobs(100, 4, 2, seed: 1), 1));
        Assert.NotNull(CellLayout.Of(Tables.Blobs(100, 3, 2, seed: 1), 1));
    }

    [Fact]
    public void A_far_row_that_rules_cells_out_changes_no_other_label()
    {
        var data = Tables.Blobs(2000, 2, 4, seed: 6);
        var widened = Matrix.FromColumns([.. Tables.Columns(data).Select(column => (double[])[.. column, 1e9])]);
        Assert.Null(CellLayout.Of(widened, 0.3));
        Assert.Equal([.. Dbscan.Fit(data, 0.3).Labels, -1], Dbscan.Fit(widened, 0.3).Labels);
    }

    private static int[] Rows((int From, int To) range) => [.. Enumerable.Range(range.From, range.To - range.From)];

    private static IEnumerable<int> Near(Matrix data, int row, double epsilon) =>
        Enumerable.Range(0, data.Rows).Where(other => Reference.Distance(data, row, other) <= epsilon);
}

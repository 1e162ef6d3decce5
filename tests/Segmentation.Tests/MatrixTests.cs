namespace Segmentation.Tests;

public sealed class MatrixTests
{
    [Fact]
    public void Columns_and_rows_make_the_same_table()
    {
        var a = Matrix.FromColumns([[1, 2, 3], [4, 5, 6]]);
        var b = Matrix.FromRows([[1, 4], [2, 5], [3, 6]]);
        Assert.Equal((3, 2), (a.Rows, a.Columns));
        Assert.Equal(5, a[1, 1]);
        for (int j = 0; j < 2; j++)
            Assert.Equal(a.Column(j).ToArray(), b.Column(j).ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e39)]
    public void A_cell_that_is_no_finite_float_is_named(double bad)
    {
        var byColumns = Assert.Throws<NotFiniteValueException>(() => Matrix.FromColumns([[1, 2, 3], [4, 5, bad]]));
        Assert.Equal((2, 1), (byColumns.Row, byColumns.Column));
        var byRows = Assert.Throws<NotFiniteValueException>(() => Matrix.FromRows([[1, 4], [bad, 5]]));
        Assert.Equal((1, 0), (byRows.Row, byRows.Column));
    }

    [Fact]
    public void Ragged_tables_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Matrix.FromColumns([[1, 2], [3]]));
        Assert.Throws<ArgumentException>(() => Matrix.FromRows([[1, 2], [3]]));
    }

    [Fact]
    public void A_cell_outside_is_refused()
    {
        var matrix = Matrix.FromColumns([[1, 2]]);
        Assert.ThrowsAny<Exception>(() => matrix[2, 0]);
        Assert.ThrowsAny<Exception>(() => matrix[0, 1]);
        Assert.ThrowsAny<Exception>(() => matrix[0, -1]);
    }

    [Fact]
    public void Columns_start_on_a_cache_line_and_end_in_zeros()
    {
        var matrix = Matrix.FromColumns([[1, 2, 3], [4, 5, 6]]);
        unsafe
        {
            fixed (float* second = matrix.Column(1))
            {
                Assert.Equal(0, (nint)second % 64);
                for (int i = matrix.Rows; i < matrix.PaddedRows; i++)
                    Assert.Equal(0, second[i]);
            }
        }
    }

    [Fact]
    public void No_rows_and_no_columns_are_tables_too()
    {
        Assert.Equal((0, 1), (Matrix.FromColumns([[]]).Rows, Matrix.FromColumns([[]]).Columns));
        Assert.Equal((0, 0), (Matrix.FromRows([]).Rows, Matrix.FromRows([]).Columns));
    }
}

namespace Segmentation.Neighbours;

/// <summary>
/// Places of cells over few columns, so small that all rows of one are within epsilon of each other (Gunawan, 2013), numbered along the first
/// column, then the second. Two empty places at every edge let neighbours be reached by adding to the number.
/// </summary>
internal sealed class CellLayout
{
    public const int MostColumns = 3;

    // Cells are a little too small, so that rounding never puts rows too far from each other into one.
    private const double Shrink = 1 - 1e-4;
    private const int Reach = CellLine.Length / 2;
    private const int MostPlacesPerRow = 64;
    private const int AlwaysPlaces = 1 << 16;

    private readonly float[] _least;
    private readonly int[] _strides;
    private readonly double _cellsPerUnit;

    private CellLayout(float[] least, int[] strides, double cellsPerUnit, int places)
    {
        (_least, _strides, _cellsPerUnit, Places) = (least, strides, cellsPerUnit, places);
        var steps = Steps(strides.Length);
        Lines = [.. steps.Where(step => step[0] == 0).OrderBy(Length).Select(step => Offset(step) - Reach)];
        var ahead = steps.Where(step => Offset(step) > 0 && Gap(step) <= strides.Length * 1.001).OrderBy(Length).ToLookup(step => Gap(step) == 0);
        (Touching, Apart) = (InLines(ahead[true]), InLines(ahead[false]));
    }

    public int Places { get; }

    /// <summary>What to add to a place for the first of each line of places that its rows' neighbours are in, nearest first.</summary>
    public int[] Lines { get; }

    /// <summary>The places of higher number that touch a place.</summary>
    public CellLine[] Touching { get; }

    /// <summary>The places of higher number that do not touch a place but may have rows within epsilon, nearest first.</summary>
    public CellLine[] Apart { get; }

    /// <summary>Null where there would be far more places than rows.</summary>
    public static CellLayout? Of(Matrix data, double epsilon)
    {
        if (data.Columns > MostColumns)
            return null;
        double cellsPerUnit = Math.Sqrt(data.Columns) / (epsilon * Shrink);
        var least = new float[data.Columns];
        var strides = new int[data.Columns];
        double places = 1;
        for (int j = 0; j < data.Columns; j++)
        {
            (least[j], float greatest) = FloatRange.Ends(data.Column(j));
            strides[j] = (int)places;
            places *= Math.Floor(((double)greatest - least[j]) * cellsPerUnit) + 1 + 2 * Reach;
            if (!(places <= Math.Clamp((double)MostPlacesPerRow * data.Rows, AlwaysPlaces, int.MaxValue)))
                return null;
        }
        return new CellLayout(least, strides, cellsPerUnit, (int)places);
    }

    public int[] PlaceOfRows(Matrix data)
    {
        var places = new int[data.Rows];
        for (int j = 0; j < _strides.Length; j++)
        {
            var column = data.Column(j);
            for (int i = 0; i < places.Length; i++)
                places[i] += ((int)(((double)column[i] - _least[j]) * _cellsPerUnit) + Reach) * _strides[j];
        }
        return places;
    }

    private CellLine[] InLines(IEnumerable<int[]> steps) =>
        [.. steps.GroupBy(step => Offset(step) - step[0] - Reach, step => 1UL << (step[0] + Reach)).Select(line => new CellLine(line.Key, line.Aggregate((a, b) => a | b)))];

    private static List<int[]> Steps(int columns)
    {
        List<int[]> steps = [[]];
        for (int j = 0; j < columns; j++)
            steps = [.. steps.SelectMany(step => Enumerable.Range(-Reach, 2 * Reach + 1).Select(x => (int[])[.. step, x]))];
        return steps;
    }

    private static int Length(int[] step) => step.Sum(x => x * x);

    // Squared and in cells, between the nearest rows that the two cells could have.
    private static int Gap(int[] step) => step.Sum(x => Math.Max(0, Math.Abs(x) - 1) * Math.Max(0, Math.Abs(x) - 1));

    private int Offset(int[] step) => step.Select((x, j) => x * _strides[j]).Sum();
}

namespace Segmentation.Benchmarks;

/// <summary>Plain numbers between commas, with or without a line of names above them.</summary>
internal static class NumberFile
{
    public static double[][] Columns(string file, string[]? names)
    {
        var lines = File.ReadLines(file).Where(line => line.Length > 0).Select(line => line.Split(',')).ToList();
        var header = lines[0].Select(name => name.Trim()).ToArray();
        bool named = header.Any(name => !double.TryParse(name, out _));
        int[] wanted = names is null ? [.. Enumerable.Range(0, header.Length)] : [.. names.Select(name => Position(header, name))];
        return [.. wanted.Select(j => lines.Skip(named ? 1 : 0).Select(line => double.Parse(line[j])).ToArray())];
    }

    public static double[][] Rows(string file)
    {
        var columns = Columns(file, null);
        return [.. Enumerable.Range(0, columns[0].Length).Select(i => columns.Select(column => column[i]).ToArray())];
    }

    private static int Position(string[] header, string name)
    {
        int position = Array.IndexOf(header, name.Trim());
        return position >= 0 ? position : throw new ArgumentException($"There is no column {name}; there are {string.Join(", ", header)}.");
    }
}

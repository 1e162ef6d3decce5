using System.Globalization;

namespace Dashboard.Imports;

/// <summary>Names that came with uploads: data to show, never a path.</summary>
public static class FileNames
{
    private const int Longest = 200;

    public static string Tidy(string name)
    {
        var last = name.Split('/', '\\')[^1].Trim().Normalize();
        var visible = string.Concat(last.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate)));
        return Path.GetFileNameWithoutExtension(visible).Trim('.', ' ').Length == 0 ? "customers.csv" : visible[..Math.Min(visible.Length, Longest)];
    }

    /// <summary>"mall_customers_march.csv" makes a data set "mall customers march".</summary>
    public static string Title(string fileName)
    {
        var name = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? fileName[..^3] : fileName;
        var title = Path.GetFileNameWithoutExtension(name).Replace('_', ' ').Trim();
        return title.Length == 0 ? "Customers" : title;
    }
}

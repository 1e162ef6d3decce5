using System.Globalization;
using System.Text;

namespace Dashboard.Data;

/// <summary>
/// The customers of one data set: a table with a column per column of the file, and a view with the file's own names.
/// A row belongs to the versions from from_version up to, and without, to_version; so a new version is invisible until
/// the data set's version is raised, and an old one does not change. A row with something in left_out is in none of them.
/// </summary>
public sealed class CustomerTable(Dataset dataset)
{
    public string Name { get; } = $"customers_{dataset.Id}";
    public string View { get; } = $"dataset_{dataset.Id}";
    public IReadOnlyList<Column> Stored { get; } = [.. dataset.Columns.Where(c => c.IsStored).OrderBy(c => c.Position)];

    public static string NameOf(Column column) => $"c{column.Position}";

    public static string VisibleIn(string version) => $"{IsIn(version)} AND left_out IS NULL";

    /// <summary>Those too who are left out.</summary>
    internal static string IsIn(string version) => $"from_version <= {version} AND (to_version IS NULL OR to_version > {version})";

    /// <summary>Keys are compared trimmed, composed and without case.</summary>
    public static string Fold(string key) => key.Trim().Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);

    /// <summary>Columns that tables of earlier versions of this site lack: why the customer is left out, and the last version whose file had them unchanged.</summary>
    internal static readonly string[] Later = ["left_out", "seen_version"];

    /// <summary>Without the indexes, which the first customers get once they are in.</summary>
    internal string CreateSql()
    {
        var columns = string.Concat(Stored.Select(c => $", {NameOf(c)} {TypeOf(c)}"));
        return $"""
            CREATE TABLE {Name} (row INTEGER PRIMARY KEY, key TEXT NOT NULL, key_text TEXT, from_version INTEGER NOT NULL, to_version INTEGER{string.Concat(Later.Select(c => $", {c} INTEGER"))}{columns});
            {ViewSql()}
            """;
    }

    internal string IndexSql() => $"CREATE UNIQUE INDEX {Name}_key ON {Name} (key, from_version); {LeftOutSql()}";

    /// <summary>An index of those alone who are left out: they are counted on every page of the data set, and nobody else's row grows for it.</summary>
    internal string LeftOutSql() => $"CREATE INDEX {Name}_left_out ON {Name} (left_out) WHERE left_out IS NOT NULL;";

    internal string ViewSql() => $"""
        DROP VIEW IF EXISTS {View};
        CREATE VIEW {View} AS SELECT {ViewColumns()} FROM {Name} WHERE {VisibleIn($"(SELECT Version FROM Datasets WHERE Id = {dataset.Id})")};
        """;

    internal string AddColumnSql(Column column) => $"ALTER TABLE {Name} ADD COLUMN {NameOf(column)} {TypeOf(column)};";

    internal string DropSql() => $"DROP VIEW IF EXISTS {View}; DROP TABLE IF EXISTS {Name};";

    internal string InsertSql()
    {
        var parameters = string.Concat(Enumerable.Range(4, Stored.Count).Select(n => $", ?{n}"));
        return $"INSERT OR IGNORE INTO {Name} (from_version, key, key_text{List(", ")}) VALUES (?1, ?2, ?3{parameters})";
    }

    internal string DeleteSql() => $"DELETE FROM {Name} WHERE key = ?1 AND from_version = ?2";

    /// <summary>Customers of the versions before ?2, those included whom ?2 itself has replaced. They have nothing in columns that it brings, which a check does not make.</summary>
    internal string FindSql(int version) => $"SELECT row, key_text{string.Concat(Stored.Select(c => c.FromVersion < version ? $", {NameOf(c)}" : ", NULL"))} FROM {Name} WHERE key = ?1 AND from_version < ?2 AND (to_version IS NULL OR to_version = ?2)";

    internal string SeeSql() => $"UPDATE {Name} SET seen_version = ?2 WHERE row = ?1";

    internal string CloseSql() => $"UPDATE {Name} SET to_version = CASE ?3 WHEN 1 THEN ?2 END WHERE row = ?1";

    /// <summary>Forgets a version that nobody sees any more.</summary>
    internal string DiscardSql(int version) =>
        $"DELETE FROM {Name} WHERE from_version = {version}; UPDATE {Name} SET to_version = NULL WHERE to_version = {version};";

    /// <summary>Makes the next version from what was there before a version that must stay as it is. Whom a later one changed stays so.</summary>
    internal string RevertSql(int version, int next) => $"""
        INSERT INTO {Name} (key, key_text, from_version{List(", ")}) SELECT key, key_text, {next}{List(", ")} FROM {Name} old
        WHERE to_version = {version} AND NOT EXISTS (SELECT 1 FROM {Name} later WHERE later.key = old.key AND later.from_version > {version});
        UPDATE {Name} SET to_version = {next} WHERE from_version = {version} AND to_version IS NULL;
        """;

    private static string TypeOf(Column column) => IsNumber(column) ? "REAL" : "TEXT";

    internal static bool IsNumber(Column column) => column.Role == Csv.ColumnRole.Number;

    private string List(string before) => string.Concat(Stored.Select(c => before + NameOf(c)));

    internal string ViewColumns()
    {
        var key = dataset.Columns.FirstOrDefault(c => c.Role == Csv.ColumnRole.Key)?.Name ?? "Customer";
        return $"COALESCE(key_text, key) AS {Quote(key)}{string.Concat(Stored.Select(c => $", {NameOf(c)} AS {Quote(c.Name)}"))}";
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports.Orders;

namespace Dashboard.Imports;

public enum OnBadRow { Reject, Fail }

public enum OnMissing { Keep, Reject, Median }

public enum OnDuplicate { First, Last, Reject }

/// <summary>How a file is read: detected, then changed by whoever imports it. Months is what the import of orders found.</summary>
public sealed record ImportOptions(
    CsvFormat Format,
    IReadOnlyList<ColumnChoice> Columns,
    OnBadRow OnBadRow = OnBadRow.Reject,
    OnMissing OnMissing = OnMissing.Keep,
    OnDuplicate OnDuplicate = OnDuplicate.First,
    bool AcceptManyRejects = false,
    OnMatch OnMatch = OnMatch.Overwrite,
    OnNew OnNew = OnNew.Create,
    IReadOnlyList<RepairChoice>? Repairs = null,
    OrderOptions? Orders = null,
    IReadOnlyList<MonthRevenue>? Months = null,
    bool IsCorrection = false)
{
    [JsonIgnore]
    public MatchRule Rule => new(OnMatch, OnNew);

    /// <summary>The place in the file of the column of a choice; negative when there is none. The choices stand as the columns of the file do.</summary>
    public int FieldOf(Func<ColumnChoice, bool> isIt) => Columns.Index().Where(c => isIt(c.Item)).Select(c => c.Item.Again ?? c.Index).FirstOrDefault(-1);

    /// <summary>Without what an import found and wrote down here.</summary>
    public ImportOptions Asked() => this with { Months = null, Orders = Orders?.Asked() };

    public string ToJson() => JsonSerializer.Serialize(this);

    public static ImportOptions FromJson(string json) => JsonSerializer.Deserialize<ImportOptions>(json)!;

    /// <summary>What becomes of a cell: a choice for its column and problem, else the rule for the whole file.</summary>
    public Repair RepairOf(string column, CellProblem problem) =>
        Repairs?.FirstOrDefault(r => r.Problem == problem && r.Column == column)?.Repair
        ?? (problem != CellProblem.Blank || OnMissing == OnMissing.Reject ? Repair.Reject : OnMissing == OnMissing.Median ? Repair.Median : Repair.Missing);
}

/// <summary>What a column of the file becomes; with a place in the file, that column becomes this one as well.</summary>
public sealed record ColumnChoice(string Source, string Name, ColumnRole Role, DateOrder DateOrder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Sensitive = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Again = null);

/// <summary>What can be wrong with one cell, such that something else may be put in its place.</summary>
public enum CellProblem { Blank, NotANumber, NotADate }

public enum Repair { Reject, Missing, Median, MostFrequent }

public sealed record RepairChoice(string Column, CellProblem Problem, Repair Repair);

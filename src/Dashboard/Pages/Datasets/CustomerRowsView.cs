using Dashboard.Data;

namespace Dashboard.Pages.Datasets;

/// <summary>Customers with all their values, for the partial that shows them; the name is for those who do not see the table.</summary>
public sealed record CustomerRowsView(string Name, string KeyName, IReadOnlyList<Column> Columns, IReadOnlyList<CustomerRow> Rows);

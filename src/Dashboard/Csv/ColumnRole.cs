namespace Dashboard.Csv;

/// <summary>Stored as numbers, so new ones stand last. A yes in OptOut, and anything but a yes in OptIn, leaves the customer out of all that is done with the others.</summary>
public enum ColumnRole { Key, Number, Category, Date, Text, Consent, Ignore, OptOut, OptIn }
